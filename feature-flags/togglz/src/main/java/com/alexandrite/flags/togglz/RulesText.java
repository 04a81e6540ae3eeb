package com.alexandrite.flags.togglz;

import com.alexandrite.flags.FlagDocument.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules as a parameter of Togglz: JSON in single quotes, with nothing that HTML would take for its
 * own, because Togglz's console puts parameters into its forms as they are.
 */
final class RulesText {
  private static final TypeReference<List<Rule>> RULES = new TypeReference<>() {};
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .quoteChar('\'')
                  .characterEscapes(new HtmlEscapes())
                  .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                  .build())
          .build();

  private RulesText() {}

  static String of(List<Rule> rules) {
    return JSON.writeValueAsString(rules);
  }

  /**
   * Reads what somebody may have typed.
   *
   * @throws IllegalArgumentException if that is no list of rules
   */
  static List<Rule> read(String text) {
    try {
      return List.copyOf(JSON.readValue(text, RULES));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new IllegalArgumentException("these are no rules: " + e.getMessage(), e);
    }
  }

  private static final class HtmlEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private final int[] codes = standardAsciiEscapesForJSON();

    HtmlEscapes() {
      for (char each : new char[] {'"', '\'', '<', '>', '&'}) {
        codes[each] = ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      return null;
    }
  }
}
