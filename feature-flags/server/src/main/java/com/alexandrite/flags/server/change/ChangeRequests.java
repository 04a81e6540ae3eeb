package com.alexandrite.flags.server.change;

import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes that wait for a second person. */
public final class ChangeRequests {
  private final FlagDatabase database;

  /** Over the flag database. */
  public ChangeRequests(FlagDatabase database) {
    this.database = database;
  }

  ChangeRequest open(Draft draft) {
    return database
        .jdbc()
        .sql(
            """
            insert into change_request (environment, kind, subject_kind, subject, before, wanted, reason,
              asked_by, asked_at, undoes)
            values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?) returning *
            """)
        .param(draft.environment())
        .param(draft.kind())
        .param(draft.subjectKind())
        .param(draft.subject())
        .param(draft.before())
        .param(draft.after())
        .param(draft.reason())
        .param(draft.actor())
        .param(FlagDatabase.at(draft.clickedAt()))
        .param(draft.undoes())
        .query(ChangeRequests::read)
        .single();
  }

  /** Those that wait, and the newest that were decided; of one environment or subject, or all. */
  public List<ChangeRequest> newest(
      @Nullable String environment, @Nullable String subject, int limit) {
    return database
        .jdbc()
        .sql(
            """
            select * from change_request
            where (cast(:environment as text) is null or environment = :environment)
              and (cast(:subject as text) is null or subject = :subject)
            order by state = 'waiting' desc, id desc limit :limit
            """)
        .param("environment", environment)
        .param("subject", subject)
        .param("limit", limit)
        .query(ChangeRequests::read)
        .list();
  }

  /** One, locked, still waiting; else refused. */
  ChangeRequest waiting(long id) {
    ChangeRequest request =
        database
            .jdbc()
            .sql("select * from change_request where id = ? for update")
            .param(id)
            .query(ChangeRequests::read)
            .optional()
            .orElseThrow(
                () -> Refused.unknown("request", id, "List them: GET /api/flag-requests."));
    if (!request.state().equals("waiting")) {
      throw Refused.conflict(
          "request-decided",
          "Request " + id + " was " + request.state() + " by " + request.decidedBy() + ".",
          "Ask for the change anew if it is still wanted.");
    }
    return request;
  }

  void decide(long id, String state, String actor, String why, Instant at, @Nullable Long change) {
    database
        .jdbc()
        .sql(
            """
            update change_request set state = ?, decided_by = ?, decision = ?, decided_at = ?, change_id = ?
            where id = ?
            """)
        .param(state)
        .param(actor)
        .param(why)
        .param(FlagDatabase.at(at))
        .param(change)
        .param(id)
        .update();
  }

  private static ChangeRequest read(ResultSet row, int number) throws SQLException {
    return new ChangeRequest(
        row.getLong("id"),
        row.getString("environment"),
        row.getString("kind"),
        row.getString("subject_kind"),
        row.getString("subject"),
        row.getString("before"),
        row.getString("wanted"),
        row.getString("reason"),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        row.getObject("undoes", Long.class),
        row.getString("state"),
        row.getString("decided_by"),
        FlagDatabase.instant(row.getObject("decided_at", OffsetDateTime.class)),
        row.getString("decision"),
        row.getObject("change_id", Long.class));
  }
}
