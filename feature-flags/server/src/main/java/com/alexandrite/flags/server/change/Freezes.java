package com.alexandrite.flags.server.change;

import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The times in which environments are left as they are. */
public final class Freezes {
  private final FlagDatabase database;
  private final Environments environments;

  /** Over the flag database. */
  public Freezes(FlagDatabase database, Environments environments) {
    this.database = database;
    this.environments = environments;
  }

  /** Sets one. */
  public Freeze set(String environment, Instant from, Instant to, String reason, String actor) {
    environments.known(environment);
    if (!from.isBefore(to)) {
      throw Refused.invalid(
          "freeze-invalid", "The freeze ends before it begins.", "Give a later end.");
    }
    return database
        .jdbc()
        .sql(
            """
            insert into freeze_window (environment, from_at, to_at, reason, set_by)
            values (?, ?, ?, ?, ?) returning *
            """)
        .params(
            environment, FlagDatabase.at(from), FlagDatabase.at(to), Refused.reason(reason), actor)
        .query(Freezes::read)
        .single();
  }

  /** All of an environment, the latest first. */
  public List<Freeze> all(String environment) {
    return database
        .jdbc()
        .sql("select * from freeze_window where environment = ? order by from_at desc")
        .param(environment)
        .query(Freezes::read)
        .list();
  }

  /** Takes one away. */
  public void lift(long id) {
    if (database.jdbc().sql("delete from freeze_window where id = ?").param(id).update() == 0) {
      throw Refused.unknown("freeze", id, "List the freezes of the environment.");
    }
  }

  /** The one in force, if any. */
  public Optional<Freeze> inForce(String environment, Instant now) {
    return all(environment).stream()
        .filter(freeze -> !now.isBefore(freeze.from()) && now.isBefore(freeze.to()))
        .findFirst();
  }

  /** Refuses while one is in force. */
  void refuse(String environment, Instant now) {
    inForce(environment, now)
        .ifPresent(freeze -> {
          throw Refused.conflict(
              "environment-frozen",
              environment + " is frozen until " + freeze.to() + ": " + freeze.reason(),
              "Wait until then; switching a flag off is possible at any time.");
        });
  }

  private static Freeze read(ResultSet row, int number) throws SQLException {
    return new Freeze(
        row.getLong("id"),
        row.getString("environment"),
        row.getTimestamp("from_at").toInstant(),
        row.getTimestamp("to_at").toInstant(),
        row.getString("reason"),
        row.getString("set_by"));
  }
}
