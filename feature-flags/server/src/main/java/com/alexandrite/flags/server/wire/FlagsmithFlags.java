package com.alexandrite.flags.server.wire;

import com.alexandrite.flags.Decision;
import com.alexandrite.flags.Decision.Reason;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.LiveFlags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Flagsmith client in remote mode reads: answers, decided here as in every service. Asking
 * does not count as an evaluation; flags that the document does not know are left out.
 */
public final class FlagsmithFlags {
  private FlagsmithFlags() {}

  /** The body of {@code GET flags/}: the answers for nobody in particular. */
  public static List<Map<String, Object>> ofEnvironment(LiveFlags flags) {
    return answers(flags, EvaluationContext.NOBODY);
  }

  /** The body of {@code POST identities/}. */
  public static Map<String, Object> ofIdentity(LiveFlags flags, FlagsmithIdentity identity) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("identifier", identity.identifier());
    body.put("traits", identity.traits());
    body.put("flags", answers(flags, identity.context()));
    return body;
  }

  private static List<Map<String, Object>> answers(LiveFlags flags, EvaluationContext context) {
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Flag<?> flag : flags.catalogue()) {
      Decision<?> decision = flags.decide(flag, context);
      if (decision.reason() != Reason.NO_DOCUMENT && decision.reason() != Reason.NOT_IN_DOCUMENT) {
        answers.add(answer(flag, decision));
      }
    }
    return answers;
  }

  private static Map<String, Object> answer(Flag<?> flag, Decision<?> decision) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", flag.index() + 1);
    answer.put("feature", WireFlag.feature(flag));
    answer.put(
        "enabled",
        WireFlag.isBoolean(flag)
            ? Boolean.TRUE.equals(decision.value())
            : decision.reason() == Reason.RULE);
    answer.put("feature_state_value", WireFlag.value(decision.value()));
    answer.put("environment", null);
    answer.put("identity", null);
    answer.put("feature_segment", null);
    answer.put("variant", WireFlag.isBoolean(flag) ? null : decision.variant());
    return answer;
  }
}
