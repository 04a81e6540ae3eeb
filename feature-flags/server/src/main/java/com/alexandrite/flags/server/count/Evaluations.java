package com.alexandrite.flags.server.count;

import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each variant was the answer, by the minute. */
public final class Evaluations {
  private static final Duration KEPT = Duration.ofDays(35);
  private static final int MOST = 2_000;

  private final FlagDatabase database;
  private final InstantSource clock;

  /** Over the flag database. */
  public Evaluations(FlagDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Answers that a client counted since it last told.
   *
   * @param variant empty when the client does not tell it
   */
  public record Count(String flag, String variant, long count) {}

  /** How many answers were a variant in the span of time that begins here. */
  public record Point(Instant at, String variant, long count) {}

  /** Adds what a client counted; flags that nobody knows are left out. */
  public void add(String environment, List<Count> counts) {
    if (counts.size() > MOST) {
      throw Refused.invalid(
          "counts-too-many", "These are more than 2000 counts.", "Send them in parts.");
    }
    Instant minute = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    database.inTransaction(() ->
        counts.stream()
            .filter(one -> one.count() > 0)
            .forEach(one -> add(environment, one, minute)));
  }

  private void add(String environment, Count count, Instant minute) {
    database
        .jdbc()
        .sql(
            """
            insert into evaluation (environment, flag, variant, minute, count)
            select ?, key, ?, ?, ? from flag where key = ?
            on conflict (flag, environment, minute, variant) do update
              set count = evaluation.count + excluded.count
            """)
        .params(environment, count.variant(), FlagDatabase.at(minute), count.count(), count.flag())
        .update();
  }

  /** Answers by flag in an environment since then. */
  public Map<String, Long> byFlag(String environment, Instant since) {
    return database
        .jdbc()
        .sql(
            """
            select flag, sum(count) as count from evaluation
            where environment = ? and minute >= ? group by flag
            """)
        .params(environment, FlagDatabase.at(since))
        .query((row, _) -> Map.entry(row.getString("flag"), row.getLong("count")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** When each flag was last asked for, in any environment. */
  public Map<String, Instant> last() {
    return database
        .jdbc()
        .sql("select flag, max(minute) as last from evaluation group by flag")
        .query((row, _) -> Map.entry(row.getString("flag"), row.getTimestamp("last").toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The answers of a flag over the last while, in steps of whole minutes. */
  public List<Point> series(String environment, String flag, Duration over, Duration step) {
    return database
        .jdbc()
        .sql(
            """
            select date_bin(cast(:step as interval), minute, timestamptz 'epoch') as at, variant,
              sum(count) as count
            from evaluation where environment = :environment and flag = :flag and minute >= :since
            group by at, variant order by at, variant
            """)
        .param("step", step.toMinutes() + " minutes")
        .param("environment", environment)
        .param("flag", flag)
        .param("since", FlagDatabase.at(clock.instant().minus(over)))
        .query((row, _) ->
            new Point(
                row.getTimestamp("at").toInstant(), row.getString("variant"), row.getLong("count")))
        .list();
  }

  /** Forgets what is older than five weeks. */
  public void forgetOld() {
    database
        .jdbc()
        .sql("delete from evaluation where minute < ?")
        .param(FlagDatabase.at(clock.instant().minus(KEPT)))
        .update();
  }
}
