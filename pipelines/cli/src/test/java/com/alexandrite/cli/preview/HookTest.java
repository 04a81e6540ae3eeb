package com.alexandrite.cli.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.environment.process.Waiting;
import com.alexandrite.environment.source.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With git itself, and a console that records. */
class HookTest {
  @TempDir private Path folder;
  private Path clone;
  private TinyConsole console;

  @BeforeEach
  void start() throws Exception {
    console = new TinyConsole(Files.createDirectories(folder.resolve("it's home")));
    clone = folder.resolve("clone");
    git(folder, "init", "--quiet", "--initial-branch", "feature/\"rings\"", clone.toString());
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void aCommitTellsTheConsoleWhichBranchMoved() throws Exception {
    assertThat(hooks().install().foreign()).isEmpty();
    commit();
    assertThat(told("POST /api/previews/pushed {\"branch\":\"feature/\\\"rings\\\"\"}")).isTrue();
  }

  @Test
  void aConsoleThatIsAwayBreaksAndDelaysNothing() throws Exception {
    hooks().install();
    console.close();
    Files.delete(folder.resolve("it's home/ports.json"));
    assertThat(commit()).isEmpty();
  }

  @Test
  void aHookOfSomebodyElseStaysAndCanCallOurs() throws Exception {
    Path hook = Files.createDirectories(clone.resolve(".git/hooks")).resolve("post-commit");
    Files.writeString(hook, "#!/bin/sh\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    HookInstallation.Result result = hooks().install();
    assertThat(result.foreign()).containsExactly("post-commit");
    assertThat(result.installed()).containsExactly("post-merge", "post-rewrite");
    assertThat(hook).hasContent("#!/bin/sh\n");

    Files.writeString(hook, "#!/bin/sh\n" + result.line() + "\n");
    commit();
    assertThat(told("POST /api/previews/pushed {\"branch\":\"feature/\\\"rings\\\"\"}")).isTrue();
  }

  @Test
  void installingAgainBringsTheNewText() throws Exception {
    hooks().install();
    Path hook = clone.resolve(".git/hooks/post-merge");
    Files.writeString(hook, HookText.MARK + " of an earlier version");
    assertThat(hooks().install().foreign()).isEmpty();
    assertThat(Files.readString(hook)).endsWith("exit 0\n");
  }

  @Test
  void aBareRepositoryTellsOfEachBranchThatWasPushed() throws Exception {
    Path bare = folder.resolve("bare.git");
    git(folder, "init", "--quiet", "--bare", bare.toString());
    Path hook = bare.resolve("hooks/post-receive");
    Files.writeString(hook, text().afterReceive());
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
    commit();
    git(clone, "push", "--quiet", bare.toString(), "HEAD:refs/heads/one", "HEAD:refs/heads/two");
    assertThat(told("POST /api/previews/pushed {\"branch\":\"one\"}")).isTrue();
    assertThat(told("POST /api/previews/pushed {\"branch\":\"two\"}")).isTrue();
  }

  private boolean told(String call) {
    return Waiting.until(() -> console.calls().contains(call), Duration.ofSeconds(20));
  }

  private HookInstallation hooks() throws IOException, InterruptedException {
    Git git = new Git(clone);
    assertThat(git.hooks()).isEqualTo(git.ownHooks());
    return new HookInstallation(git.hooks(), text());
  }

  private HookText text() {
    return HookText.of(console.installation());
  }

  private String commit() throws IOException, InterruptedException {
    return git(
        clone,
        "-c",
        "user.name=vera",
        "-c",
        "user.email=vera@example.org",
        "commit",
        "--quiet",
        "--allow-empty",
        "--message",
        "Change");
  }

  private static String git(Path where, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", where.toString()));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(output).isZero();
    return output;
  }
}
