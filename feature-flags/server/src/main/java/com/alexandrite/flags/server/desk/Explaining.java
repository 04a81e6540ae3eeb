package com.alexandrite.flags.server.desk;

import com.alexandrite.flags.Decision;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.environment.Documents;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says who gets what and why, by the same code that answers in every service. */
public final class Explaining {
  private final Definitions definitions;
  private final Documents documents;

  /** Over the flag database. */
  public Explaining(Definitions definitions, Documents documents) {
    this.definitions = definitions;
    this.documents = documents;
  }

  /**
   * For whom, and under which rules.
   *
   * @param id of the flag's unit; null or blank for nobody in particular
   * @param instead a state that is only tried; null for the one in force
   */
  public record Question(
      String environment,
      String flag,
      @Nullable String id,
      Map<String, String> attributes,
      @Nullable FlagState instead) {}

  /** The answer and its reason. */
  public Why explain(Question question) {
    FlagDefinition definition = definitions.known(question.flag());
    Flag<Object> flag = definition.flag(0);
    FlagDocument document = documents.newest(question.environment());
    FlagState state = question.instead();
    FlagDocument asked = state == null ? document : with(document, state);
    var live = new LiveFlags(List.of(flag), true);
    live.apply(asked);
    Decision<Object> decision = live.decide(flag, context(question, definition));
    return new Why(
        decision.variant(),
        decision.value(),
        decision.reason(),
        decision.rule() + 1,
        decision.bucket(),
        decision.version(),
        decision.sentence(question.id()));
  }

  private static FlagDocument with(FlagDocument document, FlagState state) {
    return new FlagDocument(
        document.environment(),
        document.version(),
        document.changedAt(),
        List.of(state),
        document.segments());
  }

  private static EvaluationContext context(Question question, FlagDefinition flag) {
    EvaluationContext context = EvaluationContext.NOBODY;
    String id = question.id();
    if (id != null && !id.isBlank()) {
      // Rules look at the same name that the services give them.
      context = context.with(flag.unit(), id.strip()).with(flag.unit().word(), id.strip());
    }
    for (var attribute : question.attributes().entrySet()) {
      context = context.with(attribute.getKey(), attribute.getValue());
    }
    return context;
  }
}
