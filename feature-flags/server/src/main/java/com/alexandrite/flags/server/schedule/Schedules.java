package com.alexandrite.flags.server.schedule;

import com.alexandrite.flags.server.change.Edit;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import com.alexandrite.flags.server.store.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The changes that are due later. */
public final class Schedules {
  private final FlagDatabase database;

  /** Over the flag database. */
  public Schedules(FlagDatabase database) {
    this.database = database;
  }

  Scheduled add(Scheduled wanted) {
    return database
        .jdbc()
        .sql(
            """
            insert into schedule (series, environment, flag, due_at, edit, guarded, reason, asked_by, asked_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) returning *
            """)
        .params(
            wanted.series(),
            wanted.environment(),
            wanted.flag(),
            FlagDatabase.at(wanted.dueAt()),
            FlagJson.write(wanted.edit()),
            wanted.guarded(),
            wanted.reason(),
            wanted.askedBy(),
            FlagDatabase.at(wanted.askedAt()))
        .query(Schedules::read)
        .single();
  }

  /** Those that wait, the next first, then the newest that do not; of a flag or of all. */
  public List<Scheduled> all(
      @Nullable String environment, @Nullable String flag, boolean waitingOnly) {
    return database
        .jdbc()
        .sql(
            """
            select * from schedule
            where (cast(:environment as text) is null or environment = :environment)
              and (cast(:flag as text) is null or flag = :flag)
              and (not :waiting or state = 'waiting')
            order by state = 'waiting' desc, due_at, id limit 200
            """)
        .param("environment", environment)
        .param("flag", flag)
        .param("waiting", waitingOnly)
        .query(Schedules::read)
        .list();
  }

  /** The next due one that nobody else is at, locked until the transaction ends. */
  Optional<Scheduled> nextDue(Instant now) {
    return database
        .jdbc()
        .sql(
            """
            select * from schedule where state = 'waiting' and due_at <= ?
            order by due_at, id limit 1 for update skip locked
            """)
        .param(FlagDatabase.at(now))
        .query(Schedules::read)
        .optional();
  }

  /** The next step of each guarded growth that has begun. */
  List<Scheduled> guarded() {
    return database
        .jdbc()
        .sql(
            """
            select distinct on (series) * from schedule where state = 'waiting' and guarded
              and exists (select 1 from schedule as begun where begun.series = schedule.series
                and begun.state = 'done')
            order by series, due_at
            """)
        .query(Schedules::read)
        .list();
  }

  void end(long id, String state, String note, @Nullable Long change) {
    database
        .jdbc()
        .sql("update schedule set state = ?, note = ?, change_id = ? where id = ?")
        .param(state)
        .param(note)
        .param(change)
        .param(id)
        .update();
  }

  void postpone(Scheduled scheduled, Instant until, String note) {
    database
        .jdbc()
        .sql(
            """
            update schedule set due_at = due_at + (cast(? as timestamptz) - cast(? as timestamptz)), note = ?
            where series = ? and state = 'waiting'
            """)
        .params(
            FlagDatabase.at(until), FlagDatabase.at(scheduled.dueAt()), note, scheduled.series())
        .update();
  }

  /** The rest of a series does not come any more. */
  public void cancel(UUID series, String note) {
    int cancelled =
        database
            .jdbc()
            .sql(
                "update schedule set state = 'cancelled', note = ? where series = ? and state ="
                    + " 'waiting'")
            .params(note, series)
            .update();
    if (cancelled == 0) {
      throw Refused.unknown("schedule", series, "List what waits: GET /api/flag-schedules.");
    }
  }

  /** A flag that was switched off does not grow again by itself. */
  int cancelGrowth(String environment, String flag, String note) {
    return database
        .jdbc()
        .sql(
            """
            update schedule set state = 'cancelled', note = ?
            where environment = ? and flag = ? and state = 'waiting' and edit ->> 'edit' = 'share'
            """)
        .params(note, environment, flag)
        .update();
  }

  private static Scheduled read(ResultSet row, int number) throws SQLException {
    return new Scheduled(
        row.getLong("id"),
        row.getObject("series", UUID.class),
        row.getString("environment"),
        row.getString("flag"),
        row.getTimestamp("due_at").toInstant(),
        FlagJson.read(row.getString("edit"), Edit.class),
        row.getBoolean("guarded"),
        row.getString("reason"),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        row.getString("state"),
        row.getString("note"),
        row.getObject("change_id", Long.class));
  }
}
