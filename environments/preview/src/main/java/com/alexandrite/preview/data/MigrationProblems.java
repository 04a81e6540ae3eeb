package com.alexandrite.preview.data;

import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.Problem;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What went wrong with a branch's migrations, in words for who wrote them. */
final class MigrationProblems {

  private static final String FOLDER = "services/%s/src/main/resources/db/migration/%s";

  private MigrationProblems() {}

  /** One did not run to its end. */
  static PreviewFailure failed(String service, Flyway flyway, FlywayException failure) {
    Optional<FlywaySqlScriptException> script =
        causes(failure)
            .filter(FlywaySqlScriptException.class::isInstance)
            .map(FlywaySqlScriptException.class::cast)
            .findFirst();
    String said = databaseSaid(failure);
    String line = script.map(it -> ", line " + it.getLineNumber()).orElse("");
    String file = file(service, flyway);
    return new PreviewFailure(
        new Problem(
            "migration-failed",
            "A migration of %s fails: %s%s: %s".formatted(service, file, line, said),
            "Mend it and push again; it then runs on fresh data. What the preview served before"
                + " goes on.",
            script.map(FlywaySqlScriptException::getStatement).orElse("") + details(failure)));
  }

  /** The baseline's migrations and the branch's files contradict each other. */
  static PreviewFailure contradictory(String service, FlywayException contradiction) {
    return new PreviewFailure(
        new Problem(
            "migrations-contradict",
            "The branch's migrations of %s contradict each other.".formatted(service),
            "Give each migration file a version of its own and push again.",
            String.valueOf(contradiction.getMessage()).strip()));
  }

  /** Files that are not those that ran in the baseline. */
  static PreviewFailure unlikeBaseline(String service, FlywayValidateException mismatch) {
    return new PreviewFailure(
        new Problem(
            "migrations-unlike-baseline",
            "The branch's migrations of %s do not fit to those that have already run in the baseline."
                .formatted(service),
            "Merge the baseline's branch; a migration that has run there is never edited,"
                + " renumbered or deleted: give yours the next number.",
            String.valueOf(mismatch.getMessage()).strip()));
  }

  /** It was rolled back, so it still is the next one; one outside of a transaction is noted. */
  private static String file(String service, Flyway flyway) {
    return Stream.concat(
            Arrays.stream(flyway.info().all()).filter(it -> it.getState().isFailed()),
            Arrays.stream(flyway.info().pending()))
        .map(MigrationInfo::getScript)
        .findFirst()
        .map(script ->
            script.startsWith("kit/")
                ? FOLDER.formatted("service-kit", script)
                : FOLDER.formatted(service, script))
        .orElse("its files");
  }

  private static String databaseSaid(FlywayException failure) {
    return causes(failure)
        .filter(PSQLException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst()
        .orElse(String.valueOf(failure.getMessage()))
        .strip()
        .lines()
        .findFirst()
        .orElse("");
  }

  private static String details(FlywayException failure) {
    return causes(failure)
        .filter(PSQLException.class::isInstance)
        .map(cause -> ((PSQLException) cause).getServerErrorMessage())
        .filter(ServerErrorMessage.class::isInstance)
        .map(message -> "\n" + message)
        .findFirst()
        .orElse("");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, java.util.Objects::nonNull, Throwable::getCause);
  }
}
