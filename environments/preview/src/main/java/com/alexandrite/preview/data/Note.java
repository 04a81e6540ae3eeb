package com.alexandrite.preview.data;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in the comment on a template, and on each clone of it: written last, so what has one
 * is whole.
 *
 * @param template its name
 * @param madeAt when the baseline was copied
 * @param things its schema
 * @param history migrations that had run on it
 */
record Note(String template, Instant madeAt, List<Catalog.Thing> things, List<String> history) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  Note {
    things = List.copyOf(things);
    history = List.copyOf(history);
  }

  /** The note on a database; empty when there is none, or no such database. */
  static Optional<Note> on(String database, DatabaseServer server) throws IOException {
    return server
        .ask(
            row -> Optional.ofNullable(row.getString(1)),
            "select shobj_description(oid, 'pg_database') from pg_database where datname = ?",
            database)
        .stream()
        .flatMap(Optional::stream)
        .flatMap(text -> read(text).stream())
        .findFirst();
  }

  void writeOn(String database, DatabaseServer server) throws IOException {
    server.run(
        "COMMENT ON DATABASE %s IS %s"
            .formatted(
                DatabaseServer.name(database), DatabaseServer.text(JSON.writeValueAsString(this))));
  }

  /** From here on the database, if there is one, counts as half made. */
  static void remove(String database, DatabaseServer server) throws IOException {
    if (server.hasDatabase(database)) {
      server.run("COMMENT ON DATABASE " + DatabaseServer.name(database) + " IS NULL");
    }
  }

  /** Another version of the console may have written something else: that is as good as none. */
  private static Optional<Note> read(String text) {
    try {
      return Optional.of(JSON.readValue(text, Note.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
