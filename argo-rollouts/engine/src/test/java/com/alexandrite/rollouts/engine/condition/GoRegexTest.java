package com.alexandrite.rollouts.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoRegexTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "\\157 ok true",
        "\\p{Greek} α true",
        "\\p{^L} ok false",
        "(?P<1a>o)(?P<1a>k) ok true",
        "a{,2} a{,2} true",
        "[[:^alpha:]] ok false",
        "[[:^space:]&&] & true",
        "\\Q[++ [++ true",
        "(?U)o+ ok true",
        "[]a] ] true",
        "o$ o true",
        "(?i)K K true"
      })
  void findsWhatGoFinds(String expression, String text, boolean found) {
    assertThat(GoRegex.compile(expression))
        .hasValueSatisfying(it -> assertThat(it.matcher(text).find()).isEqualTo(found));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "a**",
        "a*+",
        "a{2}+",
        "a{1001}",
        "(?=a)",
        "(?x)a",
        "(?-)",
        "\\8",
        "\\e",
        "\\é",
        "\\",
        "\\p{Alpha}",
        "\\p{IsGreek}",
        "[[:foo:]]"
      })
  void refusesWhatGoRefuses(String expression) {
    assertThat(GoRegex.compile(expression)).isEmpty();
  }
}
