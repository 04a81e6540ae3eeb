package com.alexandrite.perf.micro;

import com.alexandrite.flags.EvaluationContext;
import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Operator;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.Unit;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** This project's flags. */
@State(Scope.Thread)
public class AlexandriteBenchmark extends OneCall {
  private static final Flag<Boolean> OFF = flag(0, "off");
  private static final Flag<Boolean> EVERYBODY = flag(1, "everybody");
  private static final Flag<Boolean> TENTH = flag(2, "tenth");
  private static final Flag<Boolean> TWO_RULES = flag(3, "two-rules");

  private final LiveFlags flags = new LiveFlags(List.of(OFF, EVERYBODY, TENTH, TWO_RULES), false);
  private final People<EvaluationContext> people = new People<>(AlexandriteBenchmark::context);

  /** Flags on a document with a state for each question. */
  public AlexandriteBenchmark() {
    flags.apply(
        new FlagDocument(
            "local",
            1,
            Instant.EPOCH,
            List.of(
                new FlagState("off", false, "", List.of(Rule.everybody(10_000, Flag.ON))),
                new FlagState("everybody", true, "", List.of(Rule.everybody(10_000, Flag.ON))),
                new FlagState("tenth", true, "", List.of(Rule.everybody(1_000, Flag.ON))),
                new FlagState("two-rules", true, "", rules())),
            segments()));
  }

  private static Flag<Boolean> flag(int index, String key) {
    return Flag.bool(index, key, FlagType.RELEASE, Unit.USER, false);
  }

  private static List<Segment> segments() {
    return List.of(
        new Segment(
            "regulars",
            "order often in Germany or France",
            List.of(
                new Condition("country", Operator.IN, List.of("DE", "FR")),
                new Condition("orders", Operator.AT_LEAST, List.of("10")))),
        new Segment(
            "partners",
            "companies",
            List.of(new Condition("kind", Operator.IN, List.of("partner")))));
  }

  private static List<Rule> rules() {
    List<Weighted> on = List.of(new Weighted(Flag.ON, 1));
    return List.of(
        new Rule("regulars", List.of(), 10_000, on), new Rule("partners", List.of(), 5_000, on));
  }

  private static EvaluationContext context(People.Person person) {
    return EvaluationContext.of(Unit.USER, person.id())
        .with("kind", person.kind())
        .with("country", person.country())
        .with("orders", person.orders());
  }

  /** Switched off. */
  @Benchmark
  public boolean off() {
    return flags.isOn(OFF, people.next());
  }

  /** On for everybody. */
  @Benchmark
  public boolean everybody() {
    return flags.isOn(EVERYBODY, people.next());
  }

  /** On for 10 %. */
  @Benchmark
  public boolean tenth() {
    return flags.isOn(TENTH, people.next());
  }

  /** On for regulars of two countries, and for half of the partners. */
  @Benchmark
  public boolean twoRules() {
    return flags.isOn(TWO_RULES, people.next());
  }
}
