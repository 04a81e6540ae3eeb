package com.alexandrite.cli.flags;

import com.alexandrite.cli.flags.Finding.Severity;
import com.alexandrite.flags.FlagType;
import com.alexandrite.flags.definitions.CodeUses.Use;
import com.alexandrite.flags.definitions.FlagDefinition;
import com.alexandrite.flags.definitions.FlagDefinitions;
import com.alexandrite.flags.definitions.Mistake;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of a flag's life: it is defined well, asked somewhere, not settled for long, and gone
 * by its day.
 *
 * @param now the day is that of UTC
 * @param shares since when flags answer the same to everybody
 */
record Lifecycle(Instant now, SettledFlags shares) {
  /**
   * A flag that was just defined need not be asked yet; one that just expired may be removed yet.
   */
  private static final int GRACE_DAYS = 7;

  private static final Duration SETTLED = Duration.ofDays(30);

  /** All findings, by file and line. */
  List<Finding> check(FlagDefinitions.Reading reading, List<Use> uses) {
    List<Finding> findings = new ArrayList<>();
    reading.mistakes().stream().map(Lifecycle::badDefinition).forEach(findings::add);
    List<FlagDefinition> flags = reading.definitions().flags();
    Set<String> used = uses.stream().map(Use::key).collect(Collectors.toSet());
    for (FlagDefinition flag : flags) {
      expired(flag).ifPresent(findings::add);
      if (!used.contains(flag.key())) {
        findings.add(unused(flag));
      }
      settled(flag).ifPresent(findings::add);
    }
    findings.addAll(unknown(flags, uses, reading.mistakes()));
    findings.sort(Comparator.comparing(Finding::file).thenComparingInt(Finding::line));
    return findings;
  }

  private static Finding badDefinition(Mistake mistake) {
    String message = mistake.problem() + ". " + mistake.advice() + ".";
    return new Finding(Severity.ERROR, "definition", "", mistake.file(), mistake.line(), message);
  }

  private Optional<Finding> expired(FlagDefinition flag) {
    LocalDate expires = flag.expires();
    if (expires == null || !today().isAfter(expires)) {
      return Optional.empty();
    }
    if (!mustGo(flag)) {
      String text =
          "%s should have been looked at by %s: is it still needed?".formatted(flag.key(), expires);
      return Optional.of(finding(Severity.WARNING, "expiry", flag, "expires", text));
    }
    LocalDate fails = expires.plusDays(GRACE_DAYS + 1);
    boolean late = !today().isBefore(fails);
    String text =
        "%s expired on %s%s. Remove it: ./alexandrite flags remove %s --keep on|off"
            .formatted(
                flag.key(), expires, late ? "" : ", this fails from " + fails + " on", flag.key());
    return Optional.of(
        finding(late ? Severity.ERROR : Severity.WARNING, "expiry", flag, "expires", text));
  }

  private Finding unused(FlagDefinition flag) {
    LocalDate fails = flag.created().plusDays(GRACE_DAYS + 1);
    boolean late = !today().isBefore(fails);
    String text =
        "%s is asked nowhere in the code%s. Ask for it, or remove this file"
            .formatted(flag.key(), late ? "" : ", this fails from " + fails + " on");
    return finding(late ? Severity.ERROR : Severity.WARNING, "unused", flag, "key", text);
  }

  private Optional<Finding> settled(FlagDefinition flag) {
    return Optional.of(flag)
        .filter(Lifecycle::mustGo)
        .flatMap(shares::of)
        .filter(settled -> settled.since().isBefore(now.minus(SETTLED)))
        .map(settled ->
            finding(
                Severity.WARNING,
                "settled",
                flag,
                "environments.production",
                "%s is at %d %% in production since %s (%s). It is decided: ./alexandrite flags remove %s --keep %s"
                    .formatted(
                        flag.key(),
                        settled.percent(),
                        LocalDate.ofInstant(settled.since(), ZoneOffset.UTC),
                        shares.origin(),
                        flag.key(),
                        settled.percent() == 0 ? "off" : "on")));
  }

  /** A definition that could not be read is named already, so its key is not unknown. */
  private static List<Finding> unknown(
      List<FlagDefinition> flags, List<Use> uses, List<Mistake> mistakes) {
    Set<String> known = flags.stream().map(FlagDefinition::key).collect(Collectors.toSet());
    mistakes.forEach(mistake -> known.add(stem(mistake.file())));
    return uses.stream()
        .filter(use -> !known.contains(use.key()))
        .map(use ->
            new Finding(
                Severity.ERROR,
                "unknown",
                use.key(),
                use.file(),
                use.line(),
                use.key()
                    + " has no definition. Write feature-flags/definitions/flags/"
                    + use.key()
                    + ".yaml, or correct the key"))
        .toList();
  }

  private static String stem(String file) {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
  }

  private static boolean mustGo(FlagDefinition flag) {
    return flag.type() == FlagType.RELEASE || flag.type() == FlagType.EXPERIMENT;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static Finding finding(
      Severity severity, String rule, FlagDefinition flag, String field, String message) {
    FlagDefinition.Source source = flag.source();
    return new Finding(severity, rule, flag.key(), source.file(), source.line(field), message);
  }
}
