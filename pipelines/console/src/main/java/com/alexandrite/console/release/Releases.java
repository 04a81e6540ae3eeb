package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.Release.End;
import com.alexandrite.console.release.Release.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All releases; at most one of a rollout runs at a time. */
@Repository
@OnThisMachine
public class Releases {
  private final JdbcClient jdbc;

  Releases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes down a release that begins. */
  void begin(Release release) {
    jdbc.sql(
            """
            insert into release (id, rollout, from_version, to_version, from_hash, to_hash, reason, actor,
              git_revision, drill, started_at, stable_requests_before, stable_failures_before,
              canary_requests_before, canary_failures_before)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(release.id())
        .param(release.rollout())
        .param(release.fromVersion())
        .param(release.toVersion())
        .param(release.fromHash())
        .param(release.toHash())
        .param(release.reason())
        .param(release.actor())
        .param(release.gitRevision())
        .param(release.drill())
        .param(utc(release.startedAt()))
        .param(release.stableBefore().requests())
        .param(release.stableBefore().failures())
        .param(release.canaryBefore().requests())
        .param(release.canaryBefore().failures())
        .update();
  }

  /** Notes how far a running release is; what is null stays as it was. */
  void note(UUID id, int step, @Nullable Instant firstRequestAt, @Nullable Instant abortedAt) {
    jdbc.sql(
            """
            update release set last_step = greatest(last_step, ?),
              first_request_at = coalesce(first_request_at, cast(? as timestamptz)),
              aborted_at = coalesce(aborted_at, cast(? as timestamptz))
            where id = ?
            """)
        .param(step)
        .param(firstRequestAt == null ? null : utc(firstRequestAt))
        .param(abortedAt == null ? null : utc(abortedAt))
        .param(id)
        .update();
  }

  /** Ends a release; the first end counts. */
  void end(UUID id, End end) {
    jdbc.sql(
            """
            update release set outcome = ?, verdict = ?, cause = ?, finished_at = ?, stable_requests = ?, stable_failures = ?,
              canary_requests = ?, canary_failures = ?
            where id = ? and outcome is null
            """)
        .param(end.outcome().word())
        .param(end.reason())
        .param(CauseJson.write(end.cause()))
        .param(utc(end.at()))
        .param(end.stable().requests())
        .param(end.stable().failures())
        .param(end.canary().requests())
        .param(end.canary().failures())
        .param(id)
        .update();
  }

  /** The release that runs now. */
  public Optional<Release> running(String rollout) {
    return jdbc.sql("select * from release where rollout = ? and outcome is null")
        .param(rollout)
        .query(Releases::read)
        .optional();
  }

  /** One release. */
  public Optional<Release> find(UUID id) {
    return jdbc.sql("select * from release where id = ?")
        .param(id)
        .query(Releases::read)
        .optional();
  }

  /** The newest first; of all rollouts when null. */
  public List<Release> newest(@Nullable String rollout, int limit) {
    return jdbc.sql(
            """
            select * from release where (cast(:rollout as text) is null or rollout = :rollout)
            order by started_at desc limit :limit
            """)
        .param("rollout", rollout)
        .param("limit", limit)
        .query(Releases::read)
        .list();
  }

  private static Release read(ResultSet row, int number) throws SQLException {
    return new Release(
        row.getObject("id", UUID.class),
        row.getString("rollout"),
        row.getString("from_version"),
        row.getString("to_version"),
        row.getString("from_hash"),
        row.getString("to_hash"),
        row.getString("reason"),
        row.getString("actor"),
        row.getString("git_revision"),
        row.getString("drill"),
        row.getTimestamp("started_at").toInstant(),
        totals(row, "stable", "_before"),
        totals(row, "canary", "_before"),
        row.getInt("last_step"),
        instant(row, "first_request_at"),
        instant(row, "aborted_at"),
        end(row));
  }

  private static @Nullable End end(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return outcome == null
        ? null
        : new End(
            Outcome.of(outcome),
            row.getString("verdict"),
            CauseJson.read(row.getString("cause")),
            row.getTimestamp("finished_at").toInstant(),
            totals(row, "stable", ""),
            totals(row, "canary", ""));
  }

  private static ArmTotals totals(ResultSet row, String arm, String suffix) throws SQLException {
    return new ArmTotals(
        row.getLong(arm + "_requests" + suffix), row.getLong(arm + "_failures" + suffix));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
