package com.alexandrite.flags.server.change;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.server.definition.FlagDefinition;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What shall become of a flag's state. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Edit.SwitchOn.class, name = "on"),
  @JsonSubTypes.Type(value = Edit.SwitchOff.class, name = "off"),
  @JsonSubTypes.Type(value = Edit.Share.class, name = "share"),
  @JsonSubTypes.Type(value = Edit.Replace.class, name = "rules"),
  @JsonSubTypes.Type(value = Edit.Shuffle.class, name = "shuffle"),
  @JsonSubTypes.Type(value = Edit.Restore.class, name = "restore")
})
public sealed interface Edit {

  /** The state afterwards. */
  FlagState applyTo(FlagDefinition flag, FlagState before);

  /** The word in the history. */
  String kind();

  /** On as its rules say; for everybody when it has none. */
  record SwitchOn() implements Edit {
    @Override
    public FlagState applyTo(FlagDefinition flag, FlagState before) {
      List<Rule> rules =
          before.rules().isEmpty()
              ? List.of(Rule.everybody(FlagDocument.EVERYBODY, flag.onVariant()))
              : before.rules();
      return new FlagState(before.key(), true, before.salt(), rules);
    }

    @Override
    public String kind() {
      return "on";
    }
  }

  /** Off for everybody; the rules are kept. This is the kill. */
  record SwitchOff() implements Edit {
    @Override
    public FlagState applyTo(FlagDefinition flag, FlagState before) {
      return new FlagState(before.key(), false, before.salt(), before.rules());
    }

    @Override
    public String kind() {
      return "off";
    }
  }

  /**
   * On for a share of all: changes the last rule without segment and conditions, or adds one.
   *
   * @param share hundredths of a percent
   * @param variant what they get; null leaves it as it is
   */
  record Share(int share, @Nullable String variant) implements Edit {
    @Override
    public FlagState applyTo(FlagDefinition flag, FlagState before) {
      List<Rule> rules = new ArrayList<>(before.rules());
      int at = Shares.ruleForAll(rules);
      if (at < 0) {
        rules.add(Rule.everybody(share, variant == null ? flag.onVariant() : variant));
      } else {
        Rule old = rules.get(at);
        List<Weighted> serve = variant == null ? old.serve() : List.of(new Weighted(variant, 1));
        rules.set(at, new Rule(null, List.of(), share, serve));
      }
      return new FlagState(before.key(), before.enabled() || share > 0, before.salt(), rules);
    }

    @Override
    public String kind() {
      return "share";
    }
  }

  /** These rules in place of the old ones. */
  record Replace(boolean enabled, List<Rule> rules) implements Edit {
    @Override
    public FlagState applyTo(FlagDefinition flag, FlagState before) {
      return new FlagState(before.key(), enabled, before.salt(), rules);
    }

    @Override
    public String kind() {
      return "rules";
    }
  }

  /** A new salt: other people get it, as many as before. */
  record Shuffle() implements Edit {
    @Override
    public FlagState applyTo(FlagDefinition flag, FlagState before) {
      String salt = before.salt();
      String next = salt.matches("\\d{1,8}") ? String.valueOf(Integer.parseInt(salt) + 1) : "1";
      return new FlagState(before.key(), before.enabled(), next, before.rules());
    }

    @Override
    public String kind() {
      return "shuffle";
    }
  }

  /** As it was once, or as two people have agreed; {@code kind} is the word in the history. */
  record Restore(FlagState state, String kind) implements Edit {
    @Override
    public FlagState applyTo(FlagDefinition flag, FlagState before) {
      return state;
    }
  }
}
