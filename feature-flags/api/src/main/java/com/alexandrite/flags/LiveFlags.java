package com.alexandrite.flags;

import com.alexandrite.flags.Decision.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The flags of one process: answers from the newest document it was given, which is compiled once
 * when it is applied.
 */
public final class LiveFlags implements Flags {
  private final List<Flag<?>> catalogue;
  private final boolean drills;
  private final LongAdder[][] evaluations;
  private final AtomicReference<@Nullable CompiledDocument> current = new AtomicReference<>();

  /**
   * Flags that have their fallbacks until a document is applied.
   *
   * @param catalogue every flag, each at the place of its index
   * @param drills whether fault flags are honoured in this process
   */
  public LiveFlags(List<Flag<?>> catalogue, boolean drills) {
    this.catalogue = List.copyOf(catalogue);
    this.drills = drills;
    this.evaluations = new LongAdder[catalogue.size()][];
    for (Flag<?> flag : this.catalogue) {
      if (this.catalogue.indexOf(flag) != flag.index()) {
        throw new IllegalArgumentException(flag.key() + " is not at its index " + flag.index());
      }
      evaluations[flag.index()] =
          flag.variants().stream().map(_ -> new LongAdder()).toArray(LongAdder[]::new);
    }
  }

  /**
   * Takes a document into force, unless it is older than the one in force.
   *
   * @return whether it is in force now
   */
  public boolean apply(FlagDocument document) {
    CompiledDocument next = new CompiledDocument(document, catalogue, drills);
    CompiledDocument now =
        current.updateAndGet(
            old -> old != null && old.document().version() > document.version() ? old : next);
    return now == next;
  }

  /** The document in force; empty before the first. */
  public Optional<FlagDocument> document() {
    return Optional.ofNullable(current.get()).map(CompiledDocument::document);
  }

  /** Every flag that this process knows. */
  public List<Flag<?>> catalogue() {
    return catalogue;
  }

  /** How often a flag's variant was the answer since the process began. */
  public long evaluations(Flag<?> flag, String variant) {
    for (int at = 0; at < flag.variants().size(); at++) {
      if (flag.variants().get(at).name().equals(variant)) {
        return evaluations[flag.index()][at].sum();
      }
    }
    return 0;
  }

  @Override
  public boolean isOn(Flag<Boolean> flag, EvaluationContext context) {
    return value(flag, context);
  }

  @Override
  public <T> T value(Flag<T> flag, EvaluationContext context) {
    CompiledDocument document = current.get();
    CompiledFlag compiled = document == null ? null : document.flag(flag.index());
    int variant = compiled == null ? fallback(flag) : compiled.variant(context);
    evaluations[flag.index()][variant].increment();
    return flag.variants().get(variant).value();
  }

  @Override
  public <T> Decision<T> decide(Flag<T> flag, EvaluationContext context) {
    CompiledDocument document = current.get();
    if (document == null) {
      return fallback(flag, Reason.NO_DOCUMENT, 0);
    }
    CompiledFlag compiled = document.flag(flag.index());
    long version = document.document().version();
    return compiled == null
        ? fallback(flag, Reason.NOT_IN_DOCUMENT, version)
        : compiled.decide(flag, context, version);
  }

  private static int fallback(Flag<?> flag) {
    return flag.variants().indexOf(flag.fallbackVariant());
  }

  private static <T> Decision<T> fallback(Flag<T> flag, Reason reason, long version) {
    Flag.Variant<T> variant = flag.fallbackVariant();
    return new Decision<>(variant.value(), variant.name(), reason, -1, -1, version);
  }
}
