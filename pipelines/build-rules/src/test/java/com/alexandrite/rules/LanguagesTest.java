package com.alexandrite.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sentence of every page is there in English and in Russian, with the same arguments. */
class LanguagesTest {

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  @TestFactory
  Stream<DynamicTest> eachModuleSaysEverythingInBothLanguages() {
    return Checkout.resources("messages.properties").stream()
        .map(english -> dynamicTest(english.toString(), () -> compare(english)));
  }

  @Test
  void theRuleFindsTheSentencesOfAllPages() {
    assertThat(Checkout.resources("messages.properties").stream().map(Path::toString))
        .anyMatch(path -> path.contains("service-kit"))
        .anyMatch(path -> path.contains("console"))
        .anyMatch(path -> path.contains("shop"));
  }

  private static void compare(Path english) {
    Path russian = english.resolveSibling("messages_ru.properties");
    assertThat(argumentsByKey(russian)).isEqualTo(argumentsByKey(english));
  }

  private static Map<String, Set<String>> argumentsByKey(Path file) {
    Properties sentences = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      sentences.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    Map<String, Set<String>> arguments = new TreeMap<>();
    sentences
        .stringPropertyNames()
        .forEach(key -> arguments.put(key, arguments(sentences.getProperty(key))));
    return arguments;
  }

  private static Set<String> arguments(String sentence) {
    return ARGUMENT
        .matcher(sentence)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
