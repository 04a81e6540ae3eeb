package com.alexandrite.flags.togglz;

import com.alexandrite.flags.Decision;
import com.alexandrite.flags.Decision.Reason;
import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.LiveFlags;
import org.jspecify.annotations.Nullable;
import org.togglz.core.activation.Parameter;
import org.togglz.core.repository.FeatureState;
import org.togglz.core.spi.ActivationStrategy;
import org.togglz.core.user.FeatureUser;
import org.togglz.core.util.NamedFeature;
import org.togglz.core.util.Strings;

/**
 * Togglz asks as code does: the same rules on the same buckets. A feature is active when its flag
 * answers with another variant than "off".
 */
final class RulesStrategy implements ActivationStrategy {
  static final String ID = "alexandrite-rules";
  static final String RULES = "rules";
  static final String SALT = "salt";

  private final FlagsInForce flags;
  private final LiveFlags live;

  /**
   * The strategy of a process.
   *
   * @param live what the process's code asks; knows whether faults are honoured here
   */
  RulesStrategy(FlagsInForce flags, LiveFlags live) {
    this.flags = flags;
    this.live = live;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getName() {
    return "Rules on our buckets";
  }

  @Override
  public boolean isActive(FeatureState featureState, @Nullable FeatureUser user) {
    String key = featureState.getFeature().name();
    return flags.flag(key).filter(flag -> isActive(flag, featureState, user)).isPresent();
  }

  @Override
  public Parameter[] getParameters() {
    return new Parameter[] {
      new RulesParameter(
          RULES, "Rules", "The first that takes the unit in decides; empty keeps them", true),
      new RulesParameter(SALT, "Salt", "Another one shuffles all people anew", false)
    };
  }

  /** A flag's state in Togglz's words. */
  static FeatureState told(FlagState state) {
    return new FeatureState(new NamedFeature(state.key()), state.enabled())
        .setStrategyId(ID)
        .setParameter(RULES, RulesText.of(state.rules()))
        .setParameter(SALT, state.salt());
  }

  /** The flag's state as Togglz tells it; what it leaves out stays as before. */
  static FlagState state(FeatureState told, FlagState before) {
    String rules = told.getParameter(RULES);
    String salt = told.getParameter(SALT);
    return new FlagState(
        before.key(),
        told.isEnabled(),
        Strings.isBlank(salt) ? before.salt() : salt,
        Strings.isBlank(rules) ? before.rules() : RulesText.read(rules));
  }

  private boolean isActive(Flag<?> flag, FeatureState told, @Nullable FeatureUser user) {
    EvaluationContext context = context(user);
    if (flag.type() == FlagType.FAULT && live.decide(flag, context).reason() == Reason.NO_DRILL) {
      return false;
    }
    Decision<?> decision = flags.answers(told).decide(flag, context);
    return !decision.variant().equals(flag.off().name());
  }

  /** Somebody whom Togglz knows by name only is the unit of that name, whatever is asked. */
  private static EvaluationContext context(@Nullable FeatureUser user) {
    if (user instanceof FlagUser known) {
      return known.context();
    }
    return FlagUsers.named(user == null || user.getName() == null ? "" : user.getName());
  }
}
