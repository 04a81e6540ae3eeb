package com.alexandrite.preview.data;

import static com.alexandrite.preview.data.DatabaseServer.name;
import static com.alexandrite.preview.data.DatabaseServer.text;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * How one template comes to be: copied aside, made anonymous, seeded, closed, noted, and only then
 * given its name. Whatever ends it before leaves a database that nobody uses.
 */
final class TemplateMaking {

  private final DatabaseServer server;
  private final Baseline baseline;

  TemplateMaking(DatabaseServer server, Baseline baseline) {
    this.server = server;
    this.baseline = baseline;
  }

  /**
   * Makes it; an older one of the same name is replaced in one step.
   *
   * @param moment "now" of the demo orders
   */
  void make(TemplateName template, Scripts scripts, Instant moment)
      throws IOException, InterruptedException {
    String aside = template.aside();
    String live = baseline.live().getOrDefault(template.database(), template.database());
    server.drop(aside);
    createLike(live, aside);
    new DatabaseCopy(server.admin()).copy(live, aside, owner());
    transform(aside, scripts, moment);
    List<Catalog.Thing> things = Catalog.of(aside, server);
    forget(aside, things);
    Note note = new Note(template.value(), moment, things, History.keys(aside, server));
    // Else its clones would take the database itself from their owners' role to theirs.
    server.run("ALTER DATABASE " + name(aside) + " OWNER TO CURRENT_USER");
    server.run("ALTER DATABASE " + name(aside) + " WITH ALLOW_CONNECTIONS false");
    note.writeOn(aside, server);
    takePlace(template);
  }

  private String owner() {
    return TemplateName.owner(baseline.installation());
  }

  /** Text sorts and compares as in the baseline. */
  private void createLike(String live, String aside) throws IOException {
    String locale =
        server
            .ask(
                row ->
                    " ENCODING %s LC_COLLATE %s LC_CTYPE %s"
                        .formatted(
                            text(row.getString(1)), text(row.getString(2)), text(row.getString(3))),
                """
                select pg_encoding_to_char(encoding), datcollate, datctype
                from pg_database where datname = ?
                """,
                live)
            .getFirst();
    server.run(
        "CREATE DATABASE "
            + name(aside)
            + " OWNER "
            + name(owner())
            + " TEMPLATE template0"
            + locale);
    server.run("REVOKE ALL ON DATABASE " + name(aside) + " FROM PUBLIC");
  }

  private void transform(String aside, Scripts scripts, Instant moment) throws IOException {
    try (Connection connection = server.connect(aside);
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE " + name(owner()));
      statement.execute("SET alexandrite.salt = " + text(baseline.salt()));
      statement.execute("SET alexandrite.moment = " + text(moment.toString()));
      connection.setAutoCommit(false);
      statement.execute(scripts.shared());
      statement.execute(scripts.anonymise());
      statement.execute(scripts.seed());
      connection.commit();
    } catch (SQLException e) {
      throw server.failed(aside, e);
    }
  }

  /** Rows that were changed still lie in the files as they were: clones would carry them along. */
  private void forget(String aside, List<Catalog.Thing> things) throws IOException {
    String[] vacuums =
        things.stream()
            .map(Catalog.Thing::table)
            .distinct()
            .map(table -> "VACUUM (FULL, ANALYZE) " + table)
            .toArray(String[]::new);
    server.runIn(aside, vacuums);
  }

  /** Both names change in one transaction: at no moment is there none to clone from. */
  private void takePlace(TemplateName template) throws IOException {
    String enter =
        "ALTER DATABASE %s RENAME TO %s".formatted(name(template.aside()), name(template.value()));
    if (!server.hasDatabase(template.value())) {
      server.run(enter);
      return;
    }
    server.drop(template.outgoing());
    String leave =
        "ALTER DATABASE %s RENAME TO %s"
            .formatted(name(template.value()), name(template.outgoing()));
    server.run("BEGIN; " + leave + "; " + enter + "; COMMIT");
  }
}
