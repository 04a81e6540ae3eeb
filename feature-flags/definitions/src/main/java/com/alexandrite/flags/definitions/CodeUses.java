package com.alexandrite.flags.definitions;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where flags are asked for: constants of {@code Features} in Java, and keys in templates, such as
 * {@code flags.isOn('price-breakdown')}. Main sources only; comments do not count.
 */
public final class CodeUses {
  private static final String CONSTANTS = "com.alexandrite.flags.catalogue.Features";
  private static final Pattern CONSTANT =
      Pattern.compile("\\bFeatures\\s*\\.\\s*([A-Z][A-Z0-9_]*)");
  private static final Pattern KEY =
      Pattern.compile("\\b[Ff]lags?\\.\\w+\\(\\s*['\"]([a-z0-9-]+)['\"]");
  private static final Set<String> ELSEWHERE =
      Set.of("target", "test", ".git", ".alexandrite", "node_modules");

  private CodeUses() {}

  /**
   * A place in the code.
   *
   * @param file path from the top of the checkout
   * @param line counted from 1
   */
  public record Use(String key, String file, int line) {}

  /**
   * All uses in a checkout, by key, file and line.
   *
   * @throws IOException when a source cannot be read
   */
  public static List<Use> in(Path checkout) throws IOException {
    List<Use> uses = new ArrayList<>();
    Files.walkFileTree(
        checkout,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes ignored) {
            Path name = folder.getFileName();
            boolean skipped =
                !folder.equals(checkout) && name != null && ELSEWHERE.contains(name.toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes ignored)
              throws IOException {
            String name = checkout.relativize(file).toString();
            if (name.contains("src/main/")) {
              uses.addAll(in(file, name));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    uses.sort(Comparator.comparing(Use::key).thenComparing(Use::file).thenComparingInt(Use::line));
    return uses;
  }

  private static List<Use> in(Path file, String name) throws IOException {
    if (name.endsWith(".java")) {
      return inJava(name, Files.readString(file));
    }
    return name.endsWith(".html") ? inTemplate(name, Files.readString(file)) : List.of();
  }

  static List<Use> inJava(String file, String text) {
    return text.contains(CONSTANTS) ? matches(CONSTANT, file, SourceText.code(text)) : List.of();
  }

  static List<Use> inTemplate(String file, String text) {
    return matches(KEY, file, SourceText.markup(text));
  }

  private static List<Use> matches(Pattern pattern, String file, String text) {
    List<Use> uses = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String key = matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
      if (!key.equals("all")) {
        uses.add(new Use(key, file, line(text, matcher.start(1))));
      }
    }
    return uses;
  }

  private static int line(String text, int end) {
    return 1 + (int) text.chars().limit(end).filter(character -> character == '\n').count();
  }
}
