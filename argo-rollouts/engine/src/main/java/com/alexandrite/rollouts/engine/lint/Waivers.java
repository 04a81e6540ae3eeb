package com.alexandrite.rollouts.engine.lint;

import com.alexandrite.rollouts.engine.lint.LintReport.Waived;
import com.alexandrite.rollouts.engine.manifest.ManifestFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments that allow a finding: {@code # lint: allow RULE reason} at the end of the line that it
 * is found at, or above it.
 */
final class Waivers {

  private static final Pattern WAIVER = Pattern.compile("#\\s*lint:\\s*allow\\s+(\\S+)\\s*(.*)");

  private final List<Waiver> waivers = new ArrayList<>();

  private Waivers() {}

  /**
   * One comment.
   *
   * @param line where it stands
   * @param target the line that it allows something at
   */
  private record Waiver(String file, int line, int target, String rule, String reason) {

    boolean valid() {
      return !reason.isBlank() && LintRule.of(rule).isPresent();
    }

    boolean allows(Finding finding) {
      return valid()
          && finding.file().equals(file)
          && finding.line() == target
          && finding.rule().id().equals(rule);
    }

    Finding finding(LintRule found, String problem, String advice) {
      return new Finding(file, line, found, "", problem, advice);
    }
  }

  static Waivers of(List<ManifestFile> files) {
    Waivers waivers = new Waivers();
    files.forEach(waivers::read);
    return waivers;
  }

  private void read(ManifestFile file) {
    List<String> lines = file.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher waiver = WAIVER.matcher(lines.get(i));
      if (waiver.find()) {
        int target = i;
        while (target < lines.size() && isComment(lines.get(target))) {
          target++;
        }
        waivers.add(
            new Waiver(file.name(), i + 1, target + 1, waiver.group(1), waiver.group(2).strip()));
      }
    }
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  /** Takes what is allowed out of the findings, and adds what is wrong with the comments. */
  LintReport apply(List<Finding> findings, Project project, List<Use> uses) {
    List<Finding> left = new ArrayList<>();
    List<Waived> waived = new ArrayList<>();
    Set<Waiver> used = new HashSet<>();
    for (Finding finding : findings) {
      Optional<Waiver> waiver = waivers.stream().filter(it -> it.allows(finding)).findFirst();
      waiver.ifPresentOrElse(
          it -> {
            used.add(it);
            waived.add(new Waived(finding, it.reason()));
          },
          () -> left.add(finding));
    }
    waivers.stream()
        .filter(it -> !used.contains(it))
        .filter(it -> !it.valid() || looked(it, project, uses))
        .forEach(it -> left.add(idle(it)));
    left.sort(Comparator.comparing(Finding::file).thenComparingInt(Finding::line));
    return new LintReport(project.rollouts().size(), project.templates().size(), left, waived);
  }

  /**
   * Whether its rule has looked there: one does not without a number of requests, and many do not
   * at a template that no Rollout here uses.
   */
  private static boolean looked(Waiver waiver, Project project, List<Use> uses) {
    boolean rated = !waiver.rule().equals(LintRule.WEIGHT_WITHOUT_REQUESTS.id());
    return rated
        && project.templateAt(waiver.file(), waiver.target()).stream()
            .allMatch(template ->
                uses.stream()
                    .filter(use -> use.rollout() != null)
                    .flatMap(use -> use.metrics().stream())
                    .anyMatch(metric -> metric.document().equals(template)));
  }

  private static Finding idle(Waiver waiver) {
    return waiver.valid()
        ? waiver.finding(
            LintRule.UNUSED_WAIVER,
            "Nothing of " + waiver.rule() + " is found here any more.",
            "Remove the comment.")
        : waiver.finding(
            LintRule.UNEXPLAINED_WAIVER,
            "This allows nothing: it needs the name of a rule and a reason.",
            "Write # lint: allow RULE reason.");
  }
}
