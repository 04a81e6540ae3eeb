package com.alexandrite.environment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.preview.PreviewName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The templates of the ApplicationSets and {@link PreviewName} give a branch the same name. */
class PreviewNamesIT {

  private static final List<String> BRANCHES =
      List.of(
          "feature/rings",
          "Feature/RINGS",
          "007",
          "1e5",
          "true",
          "_.-",
          "-a--b-",
          "äöü",
          "größe/ring-ü",
          "a234567890123456789012345678",
          "a2345678901234567890123456789",
          "a234567890123456789012-3456789-x",
          "a23456789012345678901-23456789-x",
          "dependabot/maven/org.springframework.boot-spring-boot-starter-parent-4.1.1",
          "quote\"and'backslash{}",
          "spaces");

  @Test
  void names_of_all_branches_are_the_same() throws IOException {
    long seed = System.nanoTime();
    List<String> branches = new ArrayList<>(BRANCHES);
    new Random(seed)
        .ints(80, 0, 60)
        .forEach(length -> branches.add(branch(seed, length, branches.size())));
    List<PullRequest> requests = branches.stream().map(PreviewNamesIT::request).toList();

    for (String set : List.of("previews", "preview-spaces")) {
      List<Manifest> applications = ApplicationSet.named(set).applications(requests);
      for (int i = 0; i < branches.size(); i++) {
        String expected = PreviewName.of(List.of(branches.get(i))).value();
        String prefix = set.equals("previews") ? "preview-" : "space-";
        Manifest application = applications.get(i);
        assertThat(application.name())
            .as("branch %s, seed %d", branches.get(i), seed)
            .isEqualTo(prefix + expected);
        assertThat(application.json().at("/spec/source/kustomize/patches/0/patch").asString())
            .contains("path: /data/NAME, value: \"" + expected + "\"");
      }
    }
  }

  /** A random one of this length; at least one character. */
  private static String branch(long seed, int length, int number) {
    String letters = "abcxyzABCXYZ0189-_./+#@é";
    Random random = new Random(seed + number);
    var branch = new StringBuilder();
    for (int i = 0; i <= length; i++) {
      branch.append(letters.charAt(random.nextInt(letters.length())));
    }
    return branch.toString();
  }

  private static PullRequest request(String branch) {
    return new PullRequest(1, branch, "0".repeat(40), List.of("preview"));
  }
}
