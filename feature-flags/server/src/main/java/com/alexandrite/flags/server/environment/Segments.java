package com.alexandrite.flags.server.environment;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Segment;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Named groups by environment. */
public final class Segments {
  private final FlagDatabase database;

  /** Over the flag database. */
  public Segments(FlagDatabase database) {
    this.database = database;
  }

  /** All of an environment, by key. */
  public List<Segment> all(String environment) {
    return database
        .jdbc()
        .sql("select * from segment where environment = ? order by key")
        .param(environment)
        .query(Segments::read)
        .list();
  }

  /** One. */
  public Optional<Segment> find(String environment, String key) {
    return all(environment).stream().filter(segment -> segment.key().equals(key)).findFirst();
  }

  /** Takes the place of what was there. */
  public void put(String environment, Segment segment, long version) {
    database
        .jdbc()
        .sql(
            """
            insert into segment (environment, key, description, conditions, version)
            values (?, ?, ?, ?::jsonb, ?)
            on conflict (environment, key) do update set description = excluded.description,
              conditions = excluded.conditions, version = excluded.version
            """)
        .params(
            environment,
            segment.key(),
            segment.description(),
            FlagJson.write(segment.conditions()),
            version)
        .update();
  }

  /** Takes it away. */
  public void delete(String environment, String key) {
    database
        .jdbc()
        .sql("delete from segment where environment = ? and key = ?")
        .params(environment, key)
        .update();
  }

  void copy(String from, String to) {
    database
        .jdbc()
        .sql(
            """
            insert into segment (environment, key, description, conditions, version)
            select ?, key, description, conditions, 1 from segment where environment = ?
            """)
        .params(to, from)
        .update();
  }

  private static Segment read(ResultSet row, int number) throws SQLException {
    return new Segment(
        row.getString("key"),
        row.getString("description"),
        FlagJson.readList(row.getString("conditions"), Condition.class));
  }
}
