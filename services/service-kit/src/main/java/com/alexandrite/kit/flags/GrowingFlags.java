package com.alexandrite.kit.flags;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Which flags answer differently to different people now, and which variants of those the running
 * request or job was given: what a guarded growth compares. Costs a look at an array for every
 * other flag.
 */
final class GrowingFlags {

  static final String NOTES = GrowingFlags.class.getName() + ".notes";

  /** The notes of the job that this thread does; none outside of one. */
  static final ThreadLocal<@Nullable IdentityHashMap<Flag<?>, String>> JOB = new ThreadLocal<>();

  private final List<Flag<?>> catalogue;
  private volatile boolean[] growing;

  GrowingFlags(FlagCatalogue catalogue) {
    this.catalogue = catalogue.flags();
    this.growing = new boolean[this.catalogue.size()];
  }

  /** Looks through a document that comes into force. */
  void look(FlagDocument document) {
    boolean[] next = new boolean[catalogue.size()];
    for (FlagState state : document.flags()) {
      catalogue.stream()
          .filter(flag -> flag.key().equals(state.key()))
          .forEach(flag -> next[flag.index()] = divides(state));
    }
    growing = next;
  }

  boolean isGrowing(Flag<?> flag) {
    return growing[flag.index()];
  }

  /** Notes that the running request or job was given this answer of a growing flag. */
  void note(Flag<?> flag, @Nullable Object value) {
    IdentityHashMap<Flag<?>, String> job = JOB.get();
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (job != null) {
      job.put(flag, variantOf(flag, value));
    } else if (request != null) {
      notes(request).put(flag, variantOf(flag, value));
    }
  }

  /** Says whether some get another answer than others: a share of them, or one of many variants. */
  private static boolean divides(FlagState state) {
    return state.enabled() && state.rules().stream().anyMatch(GrowingFlags::divides);
  }

  private static boolean divides(Rule rule) {
    boolean partly = rule.share() > 0 && rule.share() < FlagDocument.EVERYBODY;
    long served = rule.serve().stream().filter(one -> one.weight() > 0).count();
    return partly || (rule.share() > 0 && served > 1);
  }

  @SuppressWarnings("unchecked") // Nobody else knows the attribute.
  private static Map<Flag<?>, String> notes(RequestAttributes request) {
    Object known = request.getAttribute(NOTES, RequestAttributes.SCOPE_REQUEST);
    if (known != null) {
      return (Map<Flag<?>, String>) known;
    }
    IdentityHashMap<Flag<?>, String> fresh = new IdentityHashMap<>();
    request.setAttribute(NOTES, fresh, RequestAttributes.SCOPE_REQUEST);
    return fresh;
  }

  private static String variantOf(Flag<?> flag, @Nullable Object value) {
    return flag.variants().stream()
        .filter(variant -> variant.value().equals(value))
        .map(Flag.Variant::name)
        .findFirst()
        .orElse(Flag.OFF);
  }
}
