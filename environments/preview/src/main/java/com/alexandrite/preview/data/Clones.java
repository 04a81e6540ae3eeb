package com.alexandrite.preview.data;

import static com.alexandrite.preview.data.DatabaseServer.name;
import static com.alexandrite.preview.data.DatabaseServer.text;

import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Space;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The previews' own databases, each with a role of the same name that owns it with all that is in
 * it.
 */
final class Clones {

  /** Two versions of a service run side by side while one takes the other's place. */
  private static final int CONNECTIONS = 40;

  private static final String NO_SUCH_DATABASE = "3D000";
  private static final int TRIES = 3;

  private final DatabaseServer server;
  private final String installation;
  private final Templates templates;

  Clones(DatabaseServer server, String installation, Templates templates) {
    this.server = server;
    this.installation = installation;
    this.templates = templates;
  }

  /** Makes the clone unless it is there and whole. */
  void ensure(Space space, String database) throws IOException, InterruptedException {
    String clone = space.database(database);
    ensureRole(clone, space.secret("database"));
    if (noteOn(clone).isEmpty()) {
      anew(space, database);
    }
  }

  /** Makes it from the template, whatever was in it. */
  void anew(Space space, String database) throws IOException, InterruptedException {
    String clone = space.database(database);
    ensureRole(clone, space.secret("database"));
    server.drop(clone);
    Templates.Template template = copy(clone, database);
    server.run("REVOKE ALL ON DATABASE " + name(clone) + " FROM PUBLIC");
    server.runIn(
        clone,
        "REASSIGN OWNED BY " + name(TemplateName.owner(installation)) + " TO " + name(clone));
    template.note().writeOn(clone, server);
  }

  /** A template that is replaced at this moment has a successor. */
  private Templates.Template copy(String clone, String database)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      Templates.Template template = templates.ready(database);
      try {
        server.run(
            "CREATE DATABASE %s OWNER %s TEMPLATE %s"
                .formatted(name(clone), name(clone), name(template.name().value())));
        return template;
      } catch (IOException e) {
        if (attempt == TRIES || !isGone(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isGone(IOException e) {
    return e.getCause() instanceof SQLException cause
        && NO_SUCH_DATABASE.equals(cause.getSQLState());
  }

  private void ensureRole(String role, String password) throws IOException {
    if (!server.hasRole(role)) {
      server.run("CREATE ROLE " + name(role));
    }
    server.run(
        "ALTER ROLE %s LOGIN CONNECTION LIMIT %d PASSWORD %s"
            .formatted(name(role), CONNECTIONS, text(password)));
    new ServerRights(server).joinRole(role);
  }

  /** What is known of a whole clone; empty for one that must be made anew. */
  Optional<Note> noteOn(String clone) throws IOException {
    return Note.on(clone, server);
  }

  /** Previews with a database or a role, found by name. */
  Set<PreviewName> found() throws IOException {
    Set<PreviewName> previews = new TreeSet<>();
    for (String owned : all(Space.databasePrefix(installation))) {
      String rest = owned.substring(Space.databasePrefix(installation).length());
      int end = rest.lastIndexOf('_');
      if (end > 0) {
        previews.add(new PreviewName(rest.substring(0, end)));
      }
    }
    return previews;
  }

  /** Takes databases and roles of a preview away. */
  void remove(PreviewName preview) throws IOException, InterruptedException {
    String prefix = Space.databasePrefix(installation) + preview + "_";
    server.dropAll(server.databases(prefix));
    for (String role : all(prefix)) {
      server.run("DROP ROLE IF EXISTS " + name(role));
    }
  }

  private List<String> all(String prefix) throws IOException {
    return server.ask(
        row -> row.getString(1),
        """
        select datname from pg_database where starts_with(datname, ?)
        union select rolname from pg_roles where starts_with(rolname, ?)
        """,
        prefix,
        prefix);
  }
}
