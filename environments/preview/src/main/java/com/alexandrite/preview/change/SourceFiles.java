package com.alexandrite.preview.change;

import java.util.regex.Pattern;

/** What kind of a file one is, by its path from the top of the checkout. */
final class SourceFiles {
  private static final Pattern TEST = Pattern.compile("(^|.*/)src/test/.*");
  private static final Pattern MAIN = Pattern.compile("(^|.*/)src/main/.*");
  private static final Pattern MIGRATION = Pattern.compile("(^|.*/)db/migration/.*");
  private static final Pattern FLAG =
      Pattern.compile("feature-flags/definitions/flags/([a-z0-9-]+)\\.yaml");

  /** Read by editors and by the flag server; no constant is made from them. */
  private static final Pattern BESIDE_FLAGS =
      Pattern.compile("feature-flags/definitions/[^/]+\\.(json|yaml)");

  private SourceFiles() {}

  /** Whether what is built can depend on it. */
  static boolean isBuilt(String file) {
    boolean page = file.endsWith(".md") && !MAIN.matcher(file).matches();
    return !page && !TEST.matcher(file).matches() && !BESIDE_FLAGS.matcher(file).matches();
  }

  /** Whether every module depends on it. */
  static boolean isOfWholeBuild(String file) {
    return file.equals("pom.xml") || file.startsWith(".mvn/");
  }

  static boolean isMigration(String file) {
    return MIGRATION.matcher(file).matches();
  }

  /** The key of the flag that a file defines; empty when it defines none. */
  static String flagKey(String file) {
    var flag = FLAG.matcher(file);
    return flag.matches() ? flag.group(1) : "";
  }
}
