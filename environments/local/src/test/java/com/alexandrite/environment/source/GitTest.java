package com.alexandrite.environment.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
  @TempDir Path folder;
  private Path checkout = Path.of("");

  @BeforeEach
  void aCheckoutWithTwoRevisions() throws Exception {
    checkout = Files.createDirectories(folder.resolve("checkout"));
    run("git", "init", "-q", ".");
    commit("first");
    run("git", "tag", "v1");
    commit("second");
  }

  @Test
  void tellsRevisionsAndChanges() throws Exception {
    Git git = new Git(checkout);
    assertThat(git.revision("HEAD")).hasSize(40).isNotEqualTo(git.revision("v1"));
    assertThat(git.changes()).isBlank();
    Files.writeString(checkout.resolve("file"), "third");
    assertThat(git.changes()).contains("file");
  }

  @Test
  void putsAnEarlierRevisionBesideTheCheckout() throws Exception {
    Git git = new Git(checkout);
    Path beside = folder.resolve("beside");
    git.checkOut(git.revision("v1"), beside);
    assertThat(beside.resolve("file")).hasContent("first");
    assertThat(checkout.resolve("file")).hasContent("second");
    git.remove(beside);
    assertThat(beside).doesNotExist();
  }

  @Test
  void anUnknownNameIsAnError() {
    assertThatThrownBy(() -> new Git(checkout).revision("nowhere"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void aNameThatMayMeanNothingIsNoError() throws Exception {
    Git git = new Git(checkout);
    assertThat(git.findRevision("nowhere")).isEmpty();
    assertThat(git.findRevision("v1")).contains(git.revision("v1"));
  }

  private void commit(String content) throws Exception {
    Files.writeString(checkout.resolve("file"), content);
    run("git", "add", "file");
    run("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", content);
  }

  private void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).directory(checkout.toFile()).start();
    assertThat(process.waitFor()).isZero();
  }
}
