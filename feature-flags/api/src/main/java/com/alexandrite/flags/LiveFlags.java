package com.alexandrite.flags;

import com.alexandrite.flags.Decision.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * The flags of one process: answers from the newest document it was given, which is compiled once
 * when it is applied.
 */
public final class LiveFlags implements Flags {
  private final List<Flag<?>> catalogue;
  private final boolean drills;
  private final LongAdder[][] evaluations;
  private final AtomicReference<CompiledDocument> current;

  /**
   * Flags that have their fallbacks until a document is applied.
   *
   * @param catalogue every flag, each at the place of its index
   * @param drills whether fault flags are honoured in this process
   */
  public LiveFlags(List<Flag<?>> catalogue, boolean drills) {
    this.catalogue = List.copyOf(catalogue);
    this.drills = drills;
    this.current = new AtomicReference<>(CompiledDocument.none(this.catalogue, drills));
    this.evaluations = new LongAdder[catalogue.size()][];
    for (int at = 0; at < evaluations.length; at++) {
      Flag<?> flag = this.catalogue.get(at);
      if (flag.index() != at) {
        throw new IllegalArgumentException(flag.key() + " is not at its index " + flag.index());
      }
      evaluations[at] =
          flag.variants().stream().map(_ -> new LongAdder()).toArray(LongAdder[]::new);
    }
  }

  /**
   * Takes a document into force, unless it is older than the one in force.
   *
   * @return whether it is in force now
   */
  public boolean apply(FlagDocument document) {
    CompiledDocument next = CompiledDocument.of(document, catalogue, drills);
    return current.updateAndGet(old -> old.isNewerThan(document) ? old : next) == next;
  }

  /** The document in force; empty before the first. */
  public Optional<FlagDocument> document() {
    return Optional.ofNullable(current.get().document());
  }

  /** Every flag that this process knows. */
  public List<Flag<?>> catalogue() {
    return catalogue;
  }

  /**
   * How often a variant was the answer since the process began. Counts {@link #isOn} and {@link
   * #value}; {@link #decide} is for explaining and is not counted.
   */
  public long evaluations(Flag<?> flag, String variant) {
    int at = flag.indexOf(variant);
    return at < 0 || !isKnown(flag) ? 0 : evaluations[flag.index()][at].sum();
  }

  @Override
  public boolean isOn(Flag<Boolean> flag, EvaluationContext context) {
    return value(flag, context);
  }

  @Override
  public <T> T value(Flag<T> flag, EvaluationContext context) {
    if (!isKnown(flag)) {
      return stranger(flag).decide(flag, context, 0).value();
    }
    int variant = current.get().flag(flag.index()).variant(context);
    evaluations[flag.index()][variant].increment();
    return flag.variants().get(variant).value();
  }

  @Override
  public <T> Decision<T> decide(Flag<T> flag, EvaluationContext context) {
    CompiledDocument document = current.get();
    CompiledFlag compiled = isKnown(flag) ? document.flag(flag.index()) : stranger(flag);
    return compiled.decide(flag, context, document.version());
  }

  /** Whether the flag is the catalogue's; another one may have the same index or key. */
  private boolean isKnown(Flag<?> flag) {
    int at = flag.index();
    return at >= 0 && at < catalogue.size() && catalogue.get(at).equals(flag);
  }

  private CompiledFlag stranger(Flag<?> flag) {
    return CompiledDocument.fallback(flag, drills, Reason.NOT_IN_CATALOGUE);
  }
}
