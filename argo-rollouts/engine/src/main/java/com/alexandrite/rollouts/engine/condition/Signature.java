package com.alexandrite.rollouts.engine.condition;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a function takes and returns. */
record Signature(List<Nature> parameters, Nature result) {

  /** The functions that Argo adds to the language. */
  static final Map<String, Signature> ARGO =
      Map.of(
          "asInt", of(Nature.INT64, Nature.ANY),
          "asFloat", of(Nature.FLOAT, Nature.ANY),
          "isNaN", of(Nature.BOOL, Nature.FLOAT),
          "isInf", of(Nature.BOOL, Nature.FLOAT),
          "isNil", of(Nature.BOOL, Nature.ANY),
          "default", of(Nature.ANY, Nature.ANY, Nature.ANY));

  private static final Nature S = Nature.STRING;
  private static final Nature I = Nature.INT;
  private static final List<Signature> TRIMMED = List.of(of(S, S, S), of(S, S));
  private static final List<Signature> SPLIT =
      List.of(of(Nature.STRINGS, S, S), of(Nature.STRINGS, S, S, I));
  private static final List<Signature> FIND = List.of(of(I, S, S));
  private static final List<Signature> AFFIX = List.of(of(Nature.BOOL, S, S));
  private static final List<Signature> BITS = List.of(of(I, I, I));
  private static final List<Signature> TEXT_TO_TEXT = List.of(of(S, S));
  private static final List<Signature> ANY_TO_TEXT = List.of(of(S, Nature.ANY));

  /** The language's own functions with fixed types: each with its forms, tried in this order. */
  static final Map<String, List<Signature>> BUILTIN =
      Map.ofEntries(
          Map.entry("type", ANY_TO_TEXT),
          Map.entry("string", ANY_TO_TEXT),
          Map.entry("trim", List.of(of(S, S), of(S, S, S))),
          Map.entry("trimPrefix", TRIMMED),
          Map.entry("trimSuffix", TRIMMED),
          Map.entry("upper", TEXT_TO_TEXT),
          Map.entry("lower", TEXT_TO_TEXT),
          Map.entry("split", SPLIT),
          Map.entry("splitAfter", SPLIT),
          Map.entry("replace", List.of(of(S, S, S, S, I), of(S, S, S, S))),
          Map.entry("repeat", List.of(of(S, S, I))),
          Map.entry(
              "join",
              List.of(
                  of(S, Nature.STRINGS, S),
                  of(S, Nature.ARRAY, S),
                  of(S, Nature.ARRAY),
                  of(S, Nature.STRINGS))),
          Map.entry("indexOf", FIND),
          Map.entry("lastIndexOf", FIND),
          Map.entry("hasPrefix", AFFIX),
          Map.entry("hasSuffix", AFFIX),
          Map.entry("toJSON", ANY_TO_TEXT),
          Map.entry("fromJSON", List.of(of(Nature.ANY, S))),
          Map.entry("toBase64", TEXT_TO_TEXT),
          Map.entry("fromBase64", TEXT_TO_TEXT),
          Map.entry("duration", List.of(of(Nature.DURATION, S))),
          Map.entry("timezone", List.of(of(Nature.LOCATION, S))),
          Map.entry("sort", sorts()),
          Map.entry("bitand", BITS),
          Map.entry("bitor", BITS),
          Map.entry("bitxor", BITS),
          Map.entry("bitnand", BITS),
          Map.entry("bitshl", BITS),
          Map.entry("bitshr", BITS),
          Map.entry("bitushr", BITS),
          Map.entry("bitnot", List.of(of(I, I))));

  static Signature of(Nature result, Nature... parameters) {
    return new Signature(List.of(parameters), result);
  }

  private static List<Signature> sorts() {
    return List.of(
        of(Nature.ARRAY, Nature.ARRAY, S),
        of(Nature.ARRAY, Nature.INTS, S),
        of(Nature.ARRAY, Nature.FLOATS, S),
        of(Nature.ARRAY, Nature.STRINGS, S),
        of(Nature.ARRAY, Nature.ARRAY),
        of(Nature.ARRAY, Nature.FLOATS),
        of(Nature.ARRAY, Nature.STRINGS),
        of(Nature.ARRAY, Nature.INTS));
  }

  @Override
  public String toString() {
    String in = parameters.stream().map(Nature::type).collect(Collectors.joining(", ", "(", ")"));
    return in + " " + result.type();
  }
}
