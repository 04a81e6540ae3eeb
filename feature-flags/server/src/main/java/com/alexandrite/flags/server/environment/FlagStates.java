package com.alexandrite.flags.server.environment;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The states of flags by environment; those of archived flags are not shown. */
public final class FlagStates {
  private static final String SELECT =
      """
      select flag_state.* from flag_state join flag on flag.key = flag_state.flag
      where flag.archived_at is null
      """;

  private final FlagDatabase database;

  /** Over the flag database. */
  public FlagStates(FlagDatabase database) {
    this.database = database;
  }

  /** All of an environment, by key. */
  public List<StoredState> all(String environment) {
    return database
        .jdbc()
        .sql(SELECT + " and environment = ? order by flag")
        .param(environment)
        .query(FlagStates::read)
        .list();
  }

  /** One. */
  public Optional<StoredState> find(String environment, String flag) {
    return database
        .jdbc()
        .sql(SELECT + " and environment = ? and flag = ?")
        .params(environment, flag)
        .query(FlagStates::read)
        .optional();
  }

  /** The states of a flag by environment. */
  public Map<String, StoredState> of(String flag) {
    return database
        .jdbc()
        .sql(SELECT + " and flag = ?")
        .param(flag)
        .query((row, number) -> Map.entry(row.getString("environment"), read(row, number)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Takes the place of what was there. */
  public void put(String environment, StoredState stored) {
    database
        .jdbc()
        .sql(
            """
            insert into flag_state (environment, flag, enabled, salt, rules, version, changed_at, changed_by)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (environment, flag) do update set enabled = excluded.enabled, salt = excluded.salt,
              rules = excluded.rules, version = excluded.version, changed_at = excluded.changed_at,
              changed_by = excluded.changed_by
            """)
        .params(
            environment,
            stored.state().key(),
            stored.state().enabled(),
            stored.state().salt(),
            FlagJson.write(stored.state().rules()),
            stored.version(),
            FlagDatabase.at(stored.changedAt()),
            stored.changedBy())
        .update();
  }

  /** A new environment begins with the states of another. */
  void copy(String from, String to, String actor) {
    database
        .jdbc()
        .sql(
            """
            insert into flag_state (environment, flag, enabled, salt, rules, version, changed_at, changed_by)
            select ?, flag, enabled, salt, rules, 1, now(), ? from flag_state where environment = ?
            """)
        .params(to, actor, from)
        .update();
  }

  private static StoredState read(ResultSet row, int number) throws SQLException {
    return new StoredState(
        new FlagState(
            row.getString("flag"),
            row.getBoolean("enabled"),
            row.getString("salt"),
            FlagJson.readList(row.getString("rules"), Rule.class)),
        row.getLong("version"),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("changed_by"));
  }
}
