package com.alexandrite.flags.server.instance;

import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import com.alexandrite.flags.server.store.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which instance runs on which version. A change is everywhere when every instance that is alive
 * has reported its version or a newer one; measured on the server's clock from the click to the
 * report of the last.
 */
public final class Instances {
  /** Instances poll, and report, every ten seconds; three missed and they count as gone. */
  public static final Duration GONE_AFTER = Duration.ofSeconds(35);

  private static final int LONGEST_NAME = 200;

  private final FlagDatabase database;
  private final InstantSource clock;
  private final Consumer<String> changed;

  /** Tells of each environment where something became known. */
  public Instances(FlagDatabase database, InstantSource clock, Consumer<String> changed) {
    this.database = database;
    this.clock = clock;
    this.changed = changed;
  }

  /** A report as it comes from the broker. */
  public void heard(String json) {
    heard(FlagJson.read(json, Report.class));
  }

  /** A report. */
  public void heard(Report report) {
    refuseInvalid(report);
    Instant now = clock.instant();
    boolean news =
        database.inTransaction(() -> {
          boolean applied = note(report, now);
          return measure(report, now) || applied;
        });
    if (news) {
      changed.accept(report.environment());
    }
  }

  /** Those that are alive, by service and name. */
  public List<Instance> alive(String environment) {
    return database
        .jdbc()
        .sql("select * from instance where environment = ? and last_seen > ? order by service, id")
        .params(environment, FlagDatabase.at(clock.instant().minus(GONE_AFTER)))
        .query(Instances::read)
        .list();
  }

  /** Forgets those that are gone, and measures the changes that waited for one of them only. */
  public void forgetGone() {
    Instant now = clock.instant();
    List<String> environments =
        database
            .jdbc()
            .sql("delete from instance where last_seen <= ? returning environment")
            .param(FlagDatabase.at(now.minus(GONE_AFTER)))
            .query((row, _) -> row.getString("environment"))
            .list();
    environments.stream().distinct().forEach(changed);
  }

  /**
   * The environments in which an instance has reported an older version since the last change. Each
   * instance counts once for each version, so that one that can not apply it asks no more; one that
   * has fallen back counts anew.
   */
  public Set<String> takeBehind() {
    List<String> environments =
        database
            .jdbc()
            .sql(
                """
                update instance set told_version = environment.version from environment
                where environment.name = instance.environment
                  and instance.version < environment.version
                  and instance.told_version < environment.version
                  and instance.last_seen > environment.changed_at
                  and instance.last_seen > ?
                returning environment.name
                """)
            .param(FlagDatabase.at(clock.instant().minus(GONE_AFTER)))
            .query((row, _) -> row.getString("name"))
            .list();
    return Set.copyOf(environments);
  }

  private boolean note(Report report, Instant now) {
    int updated =
        database
            .jdbc()
            .sql(
                """
                insert into instance (id, environment, service, version, applied_at, last_seen)
                values (:id, :environment, :service, :version, :now, :now)
                on conflict (environment, id) do update set service = excluded.service,
                  applied_at = case when instance.version = excluded.version then instance.applied_at
                    else excluded.applied_at end,
                  told_version = case when excluded.version < instance.version then 0
                    else instance.told_version end,
                  version = excluded.version, last_seen = excluded.last_seen
                returning case when applied_at = :now then 1 else 0 end
                """)
            .param("id", report.instance())
            .param("environment", report.environment())
            .param("service", report.service())
            .param("version", report.version())
            .param("now", FlagDatabase.at(now))
            .query(Integer.class)
            .single();
    return updated > 0;
  }

  /** The changes that this report completes; those of the last minutes only. */
  private boolean measure(Report report, Instant now) {
    return database
            .jdbc()
            .sql(
                """
                update change set instances = alive.count,
                  everywhere_ms = round(extract(epoch from cast(:now as timestamptz) - clicked_at) * 1000)
                from (select count(*) as count, min(version) as oldest from instance
                      where environment = :environment and last_seen > :alive) as alive
                where environment = :environment and everywhere_ms is null
                  and version <= alive.oldest and version <= :version and clicked_at > :recent
                  and kind not in ('import', 'archive')
                """)
            .param("now", FlagDatabase.at(now))
            .param("environment", report.environment())
            .param("version", report.version())
            .param("alive", FlagDatabase.at(now.minus(GONE_AFTER)))
            .param("recent", FlagDatabase.at(now.minus(Duration.ofMinutes(10))))
            .update()
        > 0;
  }

  private static void refuseInvalid(Report report) {
    if (report.instance().isBlank()
        || report.instance().length() > LONGEST_NAME
        || report.service().length() > LONGEST_NAME) {
      throw Refused.invalid(
          "report-invalid", "The report names no instance.", "Send instance, service, version.");
    }
  }

  private static Instance read(ResultSet row, int number) throws SQLException {
    return new Instance(
        row.getString("id"),
        row.getString("environment"),
        row.getString("service"),
        row.getLong("version"),
        row.getTimestamp("applied_at").toInstant(),
        row.getTimestamp("last_seen").toInstant());
  }
}
