package com.alexandrite.preview.data;

import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Runs a branch's migrations on a clone, as the service of that branch would at its start: with the
 * same settings and names, as the same role, so that it then finds nothing to do.
 */
final class BranchMigrations {

  /** The kit's own tables are numbered below 1 and may come later than a service's. */
  private static final boolean OUT_OF_ORDER = true;

  private static final String LIMIT = "SET statement_timeout = '10min'";

  private final DatabaseServer server;
  private final Clones clones;

  BranchMigrations(DatabaseServer server, Clones clones) {
    this.server = server;
    this.clones = clones;
  }

  /**
   * Brings the clone of a service to the branch's schema.
   *
   * @param sources work tree of the branch
   * @throws PreviewFailure when a migration fails, or the files do not fit to the baseline's
   */
  void run(Space space, String service, String database, Path sources)
      throws IOException, InterruptedException, PreviewFailure {
    Flyway flyway = flyway(space, service, database, sources);
    try {
      if (wasRewritten(flyway, space.database(database))) {
        clones.anew(space, database);
      }
    } catch (FlywayException contradiction) {
      throw MigrationProblems.contradictory(service, contradiction);
    }
    try {
      flyway.migrate();
    } catch (FlywayValidateException mismatch) {
      // Edited since an earlier push: they run again on untouched data.
      clones.anew(space, database);
      again(flyway, space, service, database);
    } catch (FlywayException failed) {
      throw spoiled(flyway, space, service, database, failed);
    }
  }

  private void again(Flyway flyway, Space space, String service, String database)
      throws IOException, PreviewFailure {
    try {
      flyway.migrate();
    } catch (FlywayValidateException mismatch) {
      throw MigrationProblems.unlikeBaseline(service, mismatch);
    } catch (FlywayException failed) {
      throw spoiled(flyway, space, service, database, failed);
    }
  }

  /** What ran before the failing one stays; so the next try begins with another clone. */
  private PreviewFailure spoiled(
      Flyway flyway, Space space, String service, String database, FlywayException failed)
      throws IOException {
    Note.remove(space.database(database), server);
    return MigrationProblems.failed(service, flyway, failed);
  }

  /**
   * Whether something ran that neither the branch nor the template has: a migration that the branch
   * has taken back. Flyway takes it for one of a later version and says nothing.
   */
  private boolean wasRewritten(Flyway flyway, String clone) throws IOException {
    List<String> begun = clones.noteOn(clone).map(Note::history).orElse(List.of());
    return Arrays.stream(flyway.info().applied())
        .filter(migration -> !migration.getState().isResolved())
        .map(BranchMigrations::key)
        .anyMatch(key -> !begun.contains(key));
  }

  private static String key(MigrationInfo applied) {
    Integer checksum = applied.getChecksum();
    return History.key(
        applied.isVersioned() ? applied.getVersion().getVersion() : "",
        applied.getDescription(),
        checksum == null ? 0 : checksum);
  }

  private Flyway flyway(Space space, String service, String database, Path sources) {
    return Flyway.configure(BranchMigrations.class.getClassLoader())
        .dataSource(
            server.admin().jdbcUrl(space.database(database)),
            space.database(database),
            space.secret("database"))
        .locations(location(sources, service), location(sources, "service-kit"))
        .outOfOrder(OUT_OF_ORDER)
        .initSql(LIMIT)
        .load();
  }

  private static String location(Path sources, String module) {
    return "filesystem:"
        + sources.resolve("services/" + module + "/src/main/resources/db/migration");
  }
}
