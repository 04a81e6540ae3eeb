package com.alexandrite.flags.server.change;

import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who changed what, when and why; only ever added to. */
public final class History {
  private final FlagDatabase database;

  /** Over the flag database. */
  public History(FlagDatabase database) {
    this.database = database;
  }

  Change add(Draft draft, long version, Instant at) {
    return database
        .jdbc()
        .sql(
            """
            insert into change (environment, version, clicked_at, at, actor, approved_by, kind, subject_kind,
              subject, reason, before, after, undoes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) returning *
            """)
        .param(draft.environment())
        .param(version)
        .param(FlagDatabase.at(draft.clickedAt()))
        .param(FlagDatabase.at(at))
        .param(draft.actor())
        .param(draft.approvedBy())
        .param(draft.kind())
        .param(draft.subjectKind())
        .param(draft.subject())
        .param(draft.reason())
        .param(draft.before())
        .param(draft.after())
        .param(draft.undoes())
        .query(History::read)
        .single();
  }

  /** One change; refused when it is not known. */
  public Change known(long id) {
    return database
        .jdbc()
        .sql("select * from change where id = ?")
        .param(id)
        .query(History::read)
        .optional()
        .orElseThrow(
            () -> Refused.unknown("change", id, "List the changes: GET /api/flag-changes."));
  }

  /** The newest first; of one environment, of one subject, or of all where null. */
  public List<Change> newest(@Nullable String environment, @Nullable String subject, int limit) {
    JdbcClient.StatementSpec statement =
        database
            .jdbc()
            .sql(
                """
                select * from change
                where (cast(:environment as text) is null or environment = :environment)
                  and (cast(:subject as text) is null or subject = :subject)
                order by id desc limit :limit
                """)
            .param("environment", environment)
            .param("subject", subject)
            .param("limit", limit);
    return statement.query(History::read).list();
  }

  private static Change read(ResultSet row, int number) throws SQLException {
    return new Change(
        row.getLong("id"),
        row.getString("environment"),
        row.getLong("version"),
        row.getTimestamp("clicked_at").toInstant(),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getString("approved_by"),
        row.getString("kind"),
        row.getString("subject_kind"),
        row.getString("subject"),
        row.getString("reason"),
        row.getString("before"),
        row.getString("after"),
        row.getObject("undoes", Long.class),
        row.getObject("everywhere_ms", Long.class),
        row.getObject("instances", Integer.class));
  }
}
