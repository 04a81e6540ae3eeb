package com.alexandrite.console.release;

import com.alexandrite.console.view.AuditEntry;
import com.alexandrite.rollouts.engine.model.RolloutState;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what, why, and how things were before and after; only ever added to. */
@Repository
public class AuditLog {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  AuditLog(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(
      String actor,
      String action,
      String subject,
      String reason,
      String consequence,
      @Nullable RolloutState before,
      RolloutState after) {
    var entry = new AuditEntry(clock.instant(), actor, action, subject, reason, consequence);
    add(entry, before == null ? "" : Versions.summary(before), Versions.summary(after));
  }

  /** Adds an entry with how things were before it and are after it. */
  public void add(AuditEntry entry, String before, String after) {
    jdbc.sql(
            """
            insert into audit (at, actor, action, subject, reason, consequence, before, after)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            entry.at().atOffset(ZoneOffset.UTC),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.reason(),
            entry.consequence(),
            before,
            after)
        .update();
  }

  /** The newest entries first. */
  public List<AuditEntry> newest(int limit) {
    return jdbc.sql("select * from audit order by id desc limit ?")
        .param(limit)
        .query((row, _) ->
            new AuditEntry(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("consequence")))
        .list();
  }
}
