package com.alexandrite.flags.server.environment;

import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All environments. */
public final class Environments {
  private final FlagDatabase database;

  /** Over the flag database. */
  public Environments(FlagDatabase database) {
    this.database = database;
  }

  /** All: the standing ones in their order, then the previews. */
  public List<Environment> all() {
    return database
        .jdbc()
        .sql(
            """
            select * from environment
            order by coalesce(array_position(array['local','preview','staging','production'], name), 9), name
            """)
        .query(Environments::read)
        .list();
  }

  /** One of them. */
  public Optional<Environment> find(String name) {
    return one("select * from environment where name = ?", name);
  }

  /** One of them; refused when it is not known. */
  public Environment known(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  /** The same, locked until the transaction ends: changes in one environment come one by one. */
  public Environment locked(String name) {
    return one("select * from environment where name = ? for update", name)
        .orElseThrow(() -> unknown(name));
  }

  /** The next version begins; the environment must be locked. */
  public long next(Environment environment, Instant now) {
    return database
        .jdbc()
        .sql(
            """
            update environment set version = version + 1, changed_at = ?
            where name = ? and version = ? returning version
            """)
        .params(FlagDatabase.at(now), environment.name(), environment.version())
        .query(Long.class)
        .optional()
        .orElseThrow(
            () -> new IllegalStateException(environment.name() + " was changed without its lock"));
  }

  /** Whether a change waits for a second person from now on. */
  public void setTwoPersons(String name, boolean twoPersons) {
    known(name);
    database
        .jdbc()
        .sql("update environment set two_persons = ? where name = ?")
        .params(twoPersons, name)
        .update();
  }

  /** The newest version that an environment of this name ever had; 0 when there was none. */
  long lastVersion(String name) {
    return database
        .jdbc()
        .sql("select coalesce(max(version), 0) from change where environment = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  void insert(Environment environment) {
    database
        .jdbc()
        .sql(
            """
            insert into environment (name, kind, version, changed_at, two_persons, cloned_from)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(environment.name())
        .param(environment.kind())
        .param(environment.version())
        .param(FlagDatabase.at(environment.changedAt()))
        .param(environment.twoPersons())
        .param(environment.clonedFrom())
        .update();
  }

  void delete(String name) {
    database.jdbc().sql("delete from environment where name = ?").param(name).update();
  }

  private Optional<Environment> one(String sql, String name) {
    return database.jdbc().sql(sql).param(name).query(Environments::read).optional();
  }

  private static Environment read(ResultSet row, int number) throws SQLException {
    return new Environment(
        row.getString("name"),
        row.getString("kind"),
        row.getLong("version"),
        row.getTimestamp("changed_at").toInstant(),
        row.getBoolean("two_persons"),
        row.getString("cloned_from"));
  }

  private static Refused unknown(String name) {
    return Refused.unknown(
        "environment", name, "List the environments: GET /api/flag-environments.");
  }
}
