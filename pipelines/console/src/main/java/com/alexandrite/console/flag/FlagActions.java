package com.alexandrite.console.flag;

import com.alexandrite.flags.server.change.ChangingFlag;
import com.alexandrite.flags.server.change.DecidingRequest;
import com.alexandrite.flags.server.change.Edit;
import com.alexandrite.flags.server.change.Order;
import com.alexandrite.flags.server.change.Outcome;
import com.alexandrite.flags.server.change.RulesCheck;
import com.alexandrite.flags.server.change.UndoingChange;
import com.alexandrite.flags.server.schedule.Schedules;
import com.alexandrite.flags.server.schedule.Scheduling;
import com.alexandrite.flags.server.store.Refused;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What the buttons of a flag's page do; each answers the word of what has become of it. */
@Component
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class FlagActions {
  private final ChangingFlag changing;
  private final UndoingChange undoing;
  private final DecidingRequest deciding;
  private final Scheduling scheduling;
  private final Schedules schedules;

  FlagActions(
      ChangingFlag changing,
      UndoingChange undoing,
      DecidingRequest deciding,
      Scheduling scheduling,
      Schedules schedules) {
    this.changing = changing;
    this.undoing = undoing;
    this.deciding = deciding;
    this.scheduling = scheduling;
    this.schedules = schedules;
  }

  /** A press of a button. */
  record Press(String key, String environment, String actor, MultiValueMap<String, String> fields) {

    String field(String name) {
      @Nullable String value = fields.getFirst(name);
      return value == null ? "" : value.strip();
    }

    double percent() {
      try {
        return Double.parseDouble(field("percent").replace(',', '.'));
      } catch (NumberFormatException e) {
        throw Refused.invalid(
            "share-out-of-range", field("percent") + " is no percentage.", "Enter 0 to 100.");
      }
    }

    /** The version that the page was written from. */
    @Nullable Long version() {
      return field("version").isEmpty() ? null : Long.valueOf(field("version"));
    }
  }

  /** Does it; {@code done}, {@code waits} or {@code same}. */
  String act(String action, Press press) {
    return switch (action) {
      case "kill" -> change(press, new Edit.SwitchOff(), null);
      case "on" -> change(press, new Edit.SwitchOn(), null);
      case "share" ->
          change(press, new Edit.Share(RulesCheck.share(press.percent()), null), press.version());
      case "rules" -> {
        boolean enabled = press.field("enabled").equals("true");
        Edit edit = new Edit.Replace(enabled, new RuleForm(press.fields()).rules());
        yield change(press, edit, press.version());
      }
      case "shuffle" -> change(press, new Edit.Shuffle(), null);
      case "undo" ->
          word(undoing.undo(number(press, "change"), press.actor(), press.field("reason")));
      case "grow" -> grow(press);
      case "cancel" -> {
        schedules.cancel(UUID.fromString(press.field("series")), "cancelled by " + press.actor());
        yield "cancelled";
      }
      case "approve" ->
          word(deciding.approve(number(press, "request"), press.actor(), press.field("reason")));
      case "reject" -> {
        deciding.reject(number(press, "request"), press.actor(), press.field("reason"));
        yield "rejected";
      }
      default -> throw Refused.unknown("action", action, "Go back to the flag's page.");
    };
  }

  private String change(Press press, Edit edit, @Nullable Long version) {
    return word(
        changing.change(
            Order.of(
                press.environment(),
                press.key(),
                edit,
                press.actor(),
                press.field("reason"),
                version)));
  }

  private String grow(Press press) {
    List<Double> percents =
        Arrays.stream(press.field("percents").split("[ ,;]+"))
            .filter(one -> !one.isBlank())
            .map(Double::valueOf)
            .toList();
    scheduling.growth(
        new Scheduling.For(
            press.environment(), press.key(), press.actor(), Refused.reason(press.field("reason"))),
        percents,
        Duration.ofMinutes(number(press, "minutes")),
        null,
        press.field("guarded").equals("true"));
    return "growing";
  }

  private static long number(Press press, String name) {
    return Long.parseLong(press.field(name));
  }

  /** What has become of a change: {@code done}, {@code waits} or {@code same}. */
  static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "done";
      case Outcome.Waits _ -> "waits";
      case Outcome.Same _ -> "same";
    };
  }
}
