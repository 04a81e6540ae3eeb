package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.server.change.ChangeRequests;
import com.alexandrite.flags.server.change.Freezes;
import com.alexandrite.flags.server.change.History;
import com.alexandrite.flags.server.change.Shares;
import com.alexandrite.flags.server.count.Evaluations;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.alexandrite.flags.server.desk.FlagDesk;
import com.alexandrite.flags.server.desk.FlagInEnvironment;
import com.alexandrite.flags.server.desk.FlagUses;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.environment.Segments;
import com.alexandrite.flags.server.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays everything about a flag before its template. */
@Component
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class FlagModel {
  private static final int NEWEST = 30;
  private static final Duration WINDOW = Duration.ofHours(24);

  private final FlagDesk desk;
  private final Definitions definitions;
  private final Environments environments;
  private final Segments segments;
  private final History history;
  private final ChangeRequests requests;
  private final Schedules schedules;
  private final Freezes freezes;
  private final Evaluations evaluations;
  private final FlagUses uses;
  private final FlagSayings sayings;
  private final InstantSource clock;

  FlagModel(
      FlagDesk desk,
      Definitions definitions,
      Environments environments,
      Segments segments,
      History history,
      ChangeRequests requests,
      Schedules schedules,
      Freezes freezes,
      Evaluations evaluations,
      FlagUses uses,
      FlagSayings sayings,
      InstantSource clock) {
    this.desk = desk;
    this.definitions = definitions;
    this.environments = environments;
    this.segments = segments;
    this.history = history;
    this.requests = requests;
    this.schedules = schedules;
    this.freezes = freezes;
    this.evaluations = evaluations;
    this.uses = uses;
    this.sayings = sayings;
    this.clock = clock;
  }

  String salt(String key, String environment) {
    return desk.flag(key, environment).salt();
  }

  void fill(String key, String environment, Model model) {
    Instant now = clock.instant();
    FlagInEnvironment flag = desk.flag(key, environment);
    FlagDefinition definition = definitions.known(key);
    model.addAttribute("say", FlagWords.at(now));
    model.addAttribute("sayings", sayings);
    model.addAttribute("flag", flag);
    model.addAttribute("definition", definition);
    model.addAttribute("row", desk.row(key));
    model.addAttribute("environments", environments.all());
    model.addAttribute("place", environments.known(environment));
    model.addAttribute("segments", segments.all(environment));
    model.addAttribute("operators", Operator.values());
    model.addAttribute("ruleForAll", ruleForAll(flag));
    model.addAttribute(
        "changes", history.newest(environment, key, NEWEST).stream().map(ChangeLine::of).toList());
    model.addAttribute(
        "waiting",
        requests.newest(environment, key, NEWEST).stream()
            .filter(one -> one.state().equals("waiting") && one.subjectKind().equals("flag"))
            .map(RequestLine::of)
            .toList());
    model.addAttribute("schedule", schedules.all(environment, key, true));
    model.addAttribute("freeze", freezes.inForce(environment, now).orElse(null));
    model.addAttribute("uses", uses.of(key));
    model.addAttribute("bars", bars(definition, environment, now));
  }

  private static double ruleForAll(FlagInEnvironment flag) {
    int at = Shares.ruleForAll(flag.rules());
    return at < 0 ? 0 : flag.rules().get(at).share() / 100.0;
  }

  private EvaluationBars bars(FlagDefinition flag, String environment, Instant now) {
    List<Evaluations.Point> points =
        evaluations.series(environment, flag.key(), WINDOW, EvaluationBars.STEP);
    List<String> variants =
        flag.variants().stream().map(FlagDefinition.VariantValue::name).toList();
    return EvaluationBars.of(points, variants, now.minus(WINDOW), now);
  }

  /** The state of a change, for the template's arithmetic. */
  static double percent(FlagState state) {
    return Shares.of(state) / 100.0;
  }
}
