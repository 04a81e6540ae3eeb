package com.alexandrite.preview.data;

import com.alexandrite.preview.SchemaReport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The migrations that have run on a database, in Flyway's own table. */
final class History {

  private static final String TABLE = "flyway_schema_history";

  private History() {}

  /**
   * One that succeeded.
   *
   * @param version empty for a repeatable one
   */
  private record Row(String version, String description, int checksum, int millis) {

    String key() {
      return History.key(version, description, checksum);
    }
  }

  /** What tells a migration from every other one, also from an edited one. */
  static String key(String version, String description, int checksum) {
    return (version.isEmpty() ? "R " + description : version) + ":" + checksum;
  }

  /** Version and checksum of each; empty when no service has ever migrated it. */
  static List<String> keys(String database, DatabaseServer server) throws IOException {
    return rows(database, server).stream().map(Row::key).toList();
  }

  /** Those that others than these have. */
  static List<SchemaReport.Migration> besides(
      List<String> known, String service, String database, DatabaseServer server)
      throws IOException {
    List<SchemaReport.Migration> added = new ArrayList<>();
    for (Row row : rows(database, server)) {
      if (!known.contains(row.key())) {
        added.add(
            new SchemaReport.Migration(
                service, row.version(), row.description(), Duration.ofMillis(row.millis())));
      }
    }
    return added;
  }

  private static List<Row> rows(String database, DatabaseServer server) throws IOException {
    boolean migrated =
        server
            .askIn(
                database,
                row -> row.getBoolean(1),
                "select to_regclass('" + TABLE + "') is not null")
            .getFirst();
    if (!migrated) {
      return List.of();
    }
    return server.askIn(
        database,
        row -> new Row(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)),
        "select coalesce(version, ''), description, coalesce(checksum, 0), execution_time from "
            + TABLE
            + " where success order by installed_rank");
  }
}
