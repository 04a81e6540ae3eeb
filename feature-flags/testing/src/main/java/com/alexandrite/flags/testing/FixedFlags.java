package com.alexandrite.flags.testing;

import com.alexandrite.flags.Decision;
import com.alexandrite.flags.Decision.Reason;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flags;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Flags that a test sets, the same for everybody; one that nobody set has its fallback. Remembers
 * which were asked.
 */
public final class FixedFlags implements Flags {
  private final Map<String, String> varied;
  private final Map<String, String> set = new ConcurrentHashMap<>();
  private final SortedMap<String, Flag<?>> asked = new ConcurrentSkipListMap<>();

  /** Every flag at its fallback. */
  public FixedFlags() {
    this(Map.of());
  }

  /** Flags with the variants of one run, by key. */
  FixedFlags(Map<String, String> varied) {
    this.varied = varied;
  }

  /** Switches a flag on. */
  public FixedFlags on(Flag<Boolean> flag) {
    return set(flag, Flag.ON);
  }

  /** Switches a flag off. */
  public FixedFlags off(Flag<Boolean> flag) {
    return set(flag, Flag.OFF);
  }

  /**
   * Gives a flag a variant.
   *
   * @throws IllegalArgumentException when the flag has no variant of that name
   */
  public FixedFlags set(Flag<?> flag, String variant) {
    if (flag.indexOf(variant) < 0) {
      throw new IllegalArgumentException("flag " + flag.key() + " has no variant " + variant);
    }
    set.put(flag.key(), variant);
    return this;
  }

  @Override
  public boolean isOn(Flag<Boolean> flag, EvaluationContext context) {
    return value(flag, context);
  }

  @Override
  public <T> T value(Flag<T> flag, EvaluationContext context) {
    return decide(flag, context).value();
  }

  @Override
  public <T> Decision<T> decide(Flag<T> flag, EvaluationContext context) {
    asked.put(flag.key(), flag);
    Flag.Variant<T> variant = flag.variants().get(Math.max(0, flag.indexOf(variantOf(flag))));
    boolean isFixed = set.containsKey(flag.key()) || varied.containsKey(flag.key());
    Reason reason = isFixed ? Reason.RULE : Reason.NO_DOCUMENT;
    return new Decision<>(variant.value(), variant.name(), reason, isFixed ? 0 : -1, -1, 0);
  }

  private String variantOf(Flag<?> flag) {
    String unlessSet = varied.getOrDefault(flag.key(), flag.fallback());
    return set.getOrDefault(flag.key(), unlessSet);
  }

  /** The keys of the flags that were asked, with the variants they have. */
  public SortedMap<String, String> asked() {
    SortedMap<String, String> variants = new TreeMap<>();
    asked.forEach((key, flag) -> variants.put(key, variantOf(flag)));
    return variants;
  }

  /** The flags that were asked and that the test leaves to be varied, by key. */
  List<Flag<?>> free() {
    return asked.values().stream().filter(flag -> !set.containsKey(flag.key())).toList();
  }
}
