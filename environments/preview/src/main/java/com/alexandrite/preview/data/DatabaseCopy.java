package com.alexandrite.preview.data;

import com.alexandrite.environment.local.PostgresAdmin;
import com.alexandrite.environment.local.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Copies a database that is in use into an empty one. What is read goes straight on: no file with
 * anybody's name is ever written, and the reader's locks (none that a service would notice) are
 * gone when the rows have passed, before the copy builds its indexes.
 */
final class DatabaseCopy {

  private final PostgresAdmin admin;

  DatabaseCopy(PostgresAdmin admin) {
    this.admin = admin;
  }

  /**
   * Copies schema and rows.
   *
   * @param owner role that owns what is made
   */
  void copy(String source, String target, String owner) throws IOException, InterruptedException {
    ProcessBuilder dump =
        program(
            "pg_dump",
            source,
            "--no-owner",
            "--no-privileges",
            "--no-publications",
            "--no-subscriptions",
            // A migration of the baseline goes first.
            "--lock-wait-timeout=10s");
    ProcessBuilder restore =
        program(
                "psql",
                target,
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--command=SET ROLE " + DatabaseServer.name(owner),
                "--file=-")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    List<Process> both = ProcessBuilder.startPipeline(List.of(dump, restore));
    try {
      awaitSuccess(both, source);
    } finally {
      both.forEach(Process::destroy);
    }
  }

  private static void awaitSuccess(List<Process> both, String source)
      throws IOException, InterruptedException {
    List<CompletableFuture<String>> complaints =
        both.stream()
            .map(process -> CompletableFuture.supplyAsync(() -> complaint(process)))
            .toList();
    List<String> said = new ArrayList<>();
    boolean failed = false;
    for (int i = 0; i < both.size(); i++) {
      failed |= both.get(i).waitFor() != 0;
      said.add(complaints.get(i).join().strip());
    }
    if (failed) {
      throw new IOException(
          "The database %s could not be copied: %s"
              .formatted(source, String.join(" ", said).strip()));
    }
  }

  private ProcessBuilder program(String program, String database, String... arguments)
      throws IOException {
    Path path =
        Programs.findPostgres(program)
            .orElseThrow(() ->
                new IOException(
                    "previews need %s: apt-get install postgresql-client".formatted(program)));
    List<String> command = new ArrayList<>();
    command.add(path.toString());
    command.add("--host=" + admin.host());
    command.add("--port=" + admin.port());
    command.add("--username=" + admin.user());
    command.add("--dbname=" + database);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PGPASSWORD", admin.password());
    builder.environment().put("PGCONNECT_TIMEOUT", "5");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  private static String complaint(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "its words are lost: " + e.getMessage();
    }
  }
}
