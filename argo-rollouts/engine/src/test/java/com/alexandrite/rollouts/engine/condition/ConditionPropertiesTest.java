package com.alexandrite.rollouts.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Percentage;

/** What holds for every condition. */
class ConditionPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<String> WORDS =
      List.of(
          "result",
          "nil",
          "true",
          "false",
          "not",
          "in",
          "and",
          "or",
          "let x =",
          ";",
          "x",
          "#",
          "#acc",
          ".",
          "?.",
          "??",
          "?",
          ":",
          "|",
          "..",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          "+",
          "-",
          "*",
          "**",
          "/",
          "%",
          "==",
          "!=",
          "<",
          ">=",
          "&&",
          "||",
          "!",
          "1",
          "0.5",
          "2e3",
          "\"a\"",
          "len(",
          "all(",
          "filter(",
          "map(",
          "sum(",
          "max(",
          "asFloat(",
          "isNaN(",
          "default(",
          "matches",
          "contains",
          "first(",
          "sort(",
          "toJSON(",
          "if",
          "else",
          "$env",
          "a",
          "date(");

  @Property
  void neverThrows(@ForAll String text, @ForAll("values") Object result) {
    assertThat(Condition.compile(text).holds(result, NOW)).isNotNull();
  }

  @Property(tries = 3000)
  void neverThrowsOnItsOwnWords(@ForAll("wordSoup") String text, @ForAll("values") Object result) {
    assertThat(Condition.compile(text).evaluate(result, NOW)).isNotNull();
  }

  @Property
  void neverThrowsOnTreesThatParse(@ForAll("trees") Node tree, @ForAll("values") Object result) {
    ConditionResult outcome = Condition.compile(TreePrinter.print(tree)).evaluate(result, NOW);
    assertThat(outcome).isNotNull();
  }

  @Property
  void readsBackWhatIsPrinted(@ForAll("trees") Node tree) {
    assertThat(Parser.parse(TreePrinter.print(tree))).isEqualTo(tree);
  }

  @Property
  void evaluatesTheSameTwice(@ForAll("trees") Node tree, @ForAll("values") Object result) {
    Condition condition = Condition.compile(TreePrinter.print(tree));
    assertThat(condition.holds(result, NOW)).isEqualTo(condition.holds(result, NOW));
  }

  @Property
  void numbersReadBack(@ForAll double number) {
    assertThat(GoNumbers.parseFloat(GoNumbers.plain(number))).hasValue(number);
    assertThat(GoNumbers.parseFloat(GoNumbers.general(number))).hasValue(number);
    assertThat(GoNumbers.plain(number)).doesNotContain("e", "E");
  }

  @Property
  void powersAreNearTheUsualOnes(@ForAll double x, @ForAll byte y) {
    double usual = Math.pow(x, y);
    if (Double.isFinite(usual) && Math.abs(usual) > Double.MIN_NORMAL) {
      assertThat(GoPower.power(x, y)).isCloseTo(usual, Percentage.withPercentage(1e-10));
    }
  }

  @Property
  void jsonReadsBack(@ForAll("values") Object value) {
    Object plain = withoutTypedArrays(value);
    assertThat(JsonText.read(GoJson.compact(value).orElseThrow()))
        .isEqualTo(new JsonText.Read(true, plain));
  }

  private static Object withoutTypedArrays(Object value) {
    return switch (value) {
      case double[] floats -> Arrays.stream(floats).boxed().toList();
      case List<?> list -> list.stream().map(ConditionPropertiesTest::withoutTypedArrays).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> plain = new LinkedHashMap<>();
        map.forEach((key, inner) -> plain.put(key, withoutTypedArrays(inner)));
        yield plain;
      }
      default -> value;
    };
  }

  @Provide
  Arbitrary<String> wordSoup() {
    return Arbitraries.of(WORDS).list().ofMaxSize(14).map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<Object> values() {
    return values(2);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            Arbitraries.doubles().between(-1e9, 1e9).asGeneric(),
            Arbitraries.strings().ascii().ofMaxLength(4).asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.doubles().between(-9, 9).array(double[].class).ofMaxSize(3).asGeneric());
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Object> inner = values(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        inner.list().ofMaxSize(3).asGeneric(),
        Arbitraries.maps(Arbitraries.of("a", "b"), inner)
            .ofMaxSize(2)
            .<Object>map(LinkedHashMap::new));
  }

  @Provide
  Arbitrary<Node> trees() {
    return trees(3);
  }

  private static Arbitrary<Node> trees(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Arbitrary<Node> inner = trees(depth - 1);
    return Arbitraries.oneOf(
        leaf(),
        Combinators.combine(
                Arbitraries.of("+", "-", "*", "/", "**", "==", "!=", "and", "or", "in", "??"),
                inner,
                inner)
            .as(Node.Binary::new),
        Combinators.combine(Arbitraries.of("not", "!", "-"), inner).as(Node.Unary::new),
        Combinators.combine(inner, inner, inner).as(Node.Conditional::new),
        inner.list().ofMaxSize(3).map(Node.Array::new),
        Combinators.combine(inner, inner).as((base, at) -> new Node.Member(base, at, false, false)),
        Combinators.combine(
                Arbitraries.of("all", "any", "filter", "map", "find", "sortBy"), inner, inner)
            .as((name, array, body) ->
                new Node.Builtin(name, List.of(array, new Node.Predicate(body)))),
        Combinators.combine(
                Arbitraries.of("len", "first", "abs", "string", "sort", "type", "sum"), inner)
            .as((name, argument) -> new Node.Builtin(name, List.of(argument))));
  }

  private static Arbitrary<Node> leaf() {
    return Arbitraries.oneOf(
        Arbitraries.longs().greaterOrEqual(0).map(Node.Int::new),
        Arbitraries.doubles().between(0, 1e6).map(Node.Decimal::new),
        Arbitraries.strings().ascii().withCharRange(' ', '~').ofMaxLength(5).map(Node.Text::new),
        Arbitraries.of(true, false).map(Node.Bool::new),
        Arbitraries.just(new Node.Nil()),
        Arbitraries.just(new Node.Identifier("result")));
  }

  @Property
  void mapsAreNotChanged(@ForAll("trees") Node tree) {
    Map<String, Object> result = Map.of("a", List.of(1.0, 2.0));
    Condition.compile(TreePrinter.print(tree)).evaluate(result, NOW);
    assertThat(result).isEqualTo(Map.of("a", List.of(1.0, 2.0)));
  }
}
