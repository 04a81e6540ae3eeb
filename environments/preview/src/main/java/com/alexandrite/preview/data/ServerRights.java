package com.alexandrite.preview.data;

import static com.alexandrite.preview.data.DatabaseServer.name;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Who may do what on the server. */
final class ServerRights {

  private static final int OLDEST = 140_000;

  private final DatabaseServer server;

  ServerRights(DatabaseServer server) {
    this.server = server;
  }

  /** The administrator's own rights. */
  private record Rights(int version, boolean superuser, boolean databases, boolean roles) {}

  /**
   * Refuses a server on which previews can't have databases of their own.
   *
   * @throws IOException that tells what is missing
   */
  void require() throws IOException {
    Rights rights = rights();
    String place = server.admin().host() + ":" + server.admin().port();
    if (rights.version() < OLDEST) {
      throw new IOException(
          "PostgreSQL at %s is older than 14: previews need 14 or newer.".formatted(place));
    }
    if (!rights.superuser() && !(rights.databases() && rights.roles())) {
      String user = server.admin().user();
      throw new IOException(
          ("The user %s of PostgreSQL at %s may not create databases and roles, which every preview"
                  + " needs. Let its administrator run: ALTER ROLE %s CREATEDB CREATEROLE;")
              .formatted(user, place, name(user)));
    }
  }

  /** Whoever is no superuser owns and gives away only what belongs to a role that he is in. */
  void joinRole(String role) throws IOException {
    boolean isIn =
        server.ask(row -> row.getBoolean(1), "select pg_has_role(?, 'USAGE')", role).getFirst();
    if (!isIn) {
      server.run("GRANT " + name(role) + " TO CURRENT_USER");
    }
  }

  /** The same for the owners of databases; one that does not exist is passed over. */
  void joinOwners(Collection<String> databases) throws IOException {
    for (String database : databases) {
      for (String owner :
          server.ask(
              row -> row.getString(1),
              "select pg_get_userbyid(datdba) from pg_database where datname = ?",
              database)) {
        joinRole(owner);
      }
    }
  }

  /**
   * Makes databases closed to everybody but their owners, so that a preview's role enters none but
   * its own. One that does not exist, or belongs to somebody else, is passed over.
   */
  void close(Set<String> databases) throws IOException {
    List<String> open =
        server.ask(
            row -> row.getString(1),
            """
            select datname from pg_database
            where has_database_privilege('public', oid, 'CONNECT') and pg_has_role(datdba, 'USAGE')
            """);
    for (String database : open) {
      if (databases.contains(database)) {
        server.run("REVOKE CONNECT, TEMPORARY ON DATABASE " + name(database) + " FROM PUBLIC");
      }
    }
  }

  private Rights rights() throws IOException {
    return server
        .ask(
            row ->
                new Rights(row.getInt(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)),
            """
            select current_setting('server_version_num')::int, rolsuper, rolcreatedb, rolcreaterole
            from pg_roles where rolname = current_user
            """)
        .getFirst();
  }
}
