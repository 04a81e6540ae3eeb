package com.alexandrite.cli.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.environment.local.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a repository of its own, whose check is the JDK's compiler and one call of the result. */
class RemovingFlagTest {
  private static final String DEFINITION = "feature-flags/definitions/flags/warm-greeting.yaml";

  @TempDir Path folder;
  private GreetingProject project = new GreetingProject(Path.of(""));

  @BeforeEach
  void aRepository() throws Exception {
    project = GreetingProject.in(folder.resolve("checkout"));
  }

  @Test
  void theCommitBehavesAsTheKeptState() throws Exception {
    String before = project.git("rev-parse", "HEAD").strip();

    RemovalResult result =
        removing(project::compilesAndPasses).remove("warm-greeting", "on", false);

    assertThat(project.git("log", "--format=%H %s", before + "..HEAD").strip())
        .isEqualTo(result.commit() + " Remove the finished flag warm-greeting, keeping on");
    assertThat(project.git("status", "--porcelain")).isBlank();
    assertThat(project.git("worktree", "list").lines()).hasSize(1);
    assertThat(project.greeting()).isEqualTo("Welcome, Anna!");
    assertThat(result.deleted()).containsExactly(DEFINITION, "src/main/java/shop/Switchboard.java");
    assertThat(project.text("src/main/java/shop/Greeting.java")).doesNotContain("Flags", "curt");
  }

  @Test
  void theOtherStateCanBeKeptAsWell() throws Exception {
    removing(project::compilesAndPasses).remove("warm-greeting", "off", false);

    assertThat(project.greeting()).isEqualTo("Anna.");
  }

  @Test
  void aDryRunShowsTheDifferenceAndChangesNothing() throws Exception {
    String before = project.git("rev-parse", "HEAD");

    RemovalResult result = removing(project::compilesAndPasses).remove("warm-greeting", "on", true);

    assertThat(result.commit()).isNull();
    assertThat(result.diff()).contains("-    if (flags.isOn(Features.WARM_GREETING");
    assertThat(project.git("rev-parse", "HEAD")).isEqualTo(before);
    assertThat(project.git("status", "--porcelain")).isBlank();
  }

  @Test
  void aCheckThatFailsLeavesEverythingAsItWas() throws Exception {
    String before = project.git("rev-parse", "HEAD");

    assertThatThrownBy(() ->
            removing(
                    (where, changed) -> {
                      throw new CommandFailed("does not compile", "mend it");
                    })
                .remove("warm-greeting", "on", false))
        .isInstanceOf(CommandFailed.class)
        .hasMessage("does not compile");
    assertThat(project.git("rev-parse", "HEAD")).isEqualTo(before);
    assertThat(project.git("status", "--porcelain")).isBlank();
    assertThat(project.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void changesThatAreNotCommittedAreRefused() throws Exception {
    project.write("src/main/java/shop/New.java", "package shop;\n\nclass New {}\n");

    assertThatThrownBy(
            () -> removing(project::compilesAndPasses).remove("warm-greeting", "on", false))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("New.java");
  }

  @Test
  void aPlaceThatIsNotSafeIsNamed() throws Exception {
    project.write(
        "src/main/java/shop/Sign.java",
        """
        package shop;

        import com.alexandrite.flags.EvaluationContext;
        import com.alexandrite.flags.Flags;
        import com.alexandrite.flags.catalogue.Features;

        class Sign {
          private final boolean warm;

          Sign(Flags flags) {
            this.warm = flags.isOn(Features.WARM_GREETING, EvaluationContext.NOBODY);
          }
        }
        """);
    project.commit("Hang up a sign");

    assertThatThrownBy(
            () -> removing(project::compilesAndPasses).remove("warm-greeting", "on", false))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining(
            "src/main/java/shop/Sign.java:11: The answer is stored in this.warm.");
  }

  @Test
  void anUnknownFlagOrVariantIsRefused() {
    RemovingFlag removing = removing(project::compilesAndPasses);
    assertThatThrownBy(() -> removing.remove("warm", "on", false))
        .hasMessage("There is no flag warm.");
    assertThatThrownBy(() -> removing.remove("warm-greeting", "hot", false))
        .hasMessage("The flag warm-greeting has no variant hot.");
  }

  private RemovingFlag removing(RemovalCheck check) {
    Installation installation =
        new Installation(project.folder(), new Home(folder.resolve("home")));
    return new RemovingFlag(installation, new Terminal(), check);
  }
}
