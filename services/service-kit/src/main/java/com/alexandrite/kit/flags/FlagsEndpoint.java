package com.alexandrite.kit.flags;

import com.alexandrite.flags.Decision;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import com.alexandrite.kit.flags.FlagStatus.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** What this process knows of its flags, on the management port; changes nothing. */
@Endpoint(id = "flags")
final class FlagsEndpoint {

  private final LiveFlags live;
  private final FlagStatus status;
  private final FlagInstance instance;
  private final FlagContexts contexts;
  private final FlagCatalogue catalogue;
  private final String provider;

  FlagsEndpoint(
      LiveFlags live,
      FlagStatus status,
      FlagInstance instance,
      FlagContexts contexts,
      FlagCatalogue catalogue,
      String provider) {
    this.live = live;
    this.status = status;
    this.instance = instance;
    this.contexts = contexts;
    this.catalogue = catalogue;
    this.provider = provider;
  }

  @ReadOperation
  Overview overview() {
    FlagStatus.Standing standing = status.standing();
    return new Overview(
        instance.service(),
        instance.instance(),
        instance.environment(),
        provider,
        standing.origin(),
        live.document().map(FlagDocument::version).orElse(0L),
        standing.confirmedAt(),
        standing.away(),
        catalogue.flags().stream().map(this::state).toList());
  }

  /** What a flag answers to somebody, and why; no such flag is null (404). */
  @ReadOperation
  @Nullable Preview preview(
      @Selector String key,
      @Nullable String user,
      @Nullable String order,
      @Nullable String partner,
      @Nullable String operator) {
    EvaluationContext context = contexts.process();
    context = with(context, Unit.USER, user);
    context = with(context, Unit.ORDER, order);
    context = with(context, Unit.PARTNER, partner);
    EvaluationContext asked = with(context, Unit.OPERATOR, operator);
    return catalogue.find(key).map(flag -> preview(flag, asked)).orElse(null);
  }

  private static EvaluationContext with(EvaluationContext to, Unit unit, @Nullable String id) {
    return id == null ? to : to.with(unit, id).with(unit.word(), id);
  }

  private <T> Preview preview(Flag<T> flag, EvaluationContext context) {
    Decision<T> decision = live.decide(flag, context);
    return new Preview(
        flag.key(),
        decision.variant(),
        decision.value(),
        decision.reason(),
        decision.rule(),
        decision.bucket(),
        decision.version(),
        decision.sentence(context.id(flag.unit())));
  }

  private State state(Flag<?> flag) {
    FlagState known =
        live.document().stream()
            .flatMap(document -> document.flags().stream())
            .filter(it -> it.key().equals(flag.key()))
            .findFirst()
            .orElse(null);
    Map<String, Long> evaluations = new TreeMap<>();
    flag.variants().forEach(it -> evaluations.put(it.name(), live.evaluations(flag, it.name())));
    return new State(
        flag.key(),
        flag.type().word(),
        flag.unit().word(),
        known == null ? null : known.enabled(),
        known == null ? List.of() : known.rules(),
        flag.fallback(),
        evaluations);
  }

  /** All flags. */
  record Overview(
      String service,
      String instance,
      String environment,
      String provider,
      Origin origin,
      long version,
      @Nullable Instant confirmedAt,
      @Nullable String away,
      List<State> flags) {}

  /** One flag's state; {@code enabled} is null while no document tells it. */
  record State(
      String key,
      String type,
      String unit,
      @Nullable Boolean enabled,
      List<FlagDocument.Rule> rules,
      String fallback,
      Map<String, Long> evaluations) {}

  /** One answer. */
  record Preview(
      String key,
      String variant,
      @Nullable Object value,
      Decision.Reason reason,
      int rule,
      int bucket,
      long version,
      String sentence) {}
}
