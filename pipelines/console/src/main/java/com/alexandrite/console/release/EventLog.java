package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.reconcile.RolloutEvent;
import com.alexandrite.rollouts.engine.reconcile.RolloutListener;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the engine told of each rollout, in order. */
@Repository
@OnThisMachine
public class EventLog implements RolloutListener {
  private static final Logger log = LoggerFactory.getLogger(EventLog.class);

  private final JdbcClient jdbc;

  EventLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One event with the state that it led to.
   *
   * @param step from 0
   * @param weight the canary's share in percent
   */
  public record Entry(
      Instant at, String reason, String message, boolean warning, int step, int weight) {}

  @Override
  public void happened(RolloutState state, RolloutEvent event) {
    String rollout = state.rollout().name();
    log.info("{}: {}: {}", rollout, event.reason(), event.message());
    Integer step = state.rollout().status().currentStepIndex();
    try {
      jdbc.sql(
              """
              insert into rollout_event (rollout, at, reason, message, warning, step, weight)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              rollout,
              event.at().atOffset(ZoneOffset.UTC),
              event.reason(),
              event.message(),
              event.warning(),
              step == null ? 0 : step,
              CanaryShare.of(state))
          .update();
    } catch (DataAccessException e) {
      // The state itself is saved; a line less in the history must not stop the rollout.
      log.warn("{}: event {} is not in the history", rollout, event.reason(), e);
    }
  }

  /** The events from one instant to another, oldest first. */
  public List<Entry> between(String rollout, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from rollout_event where rollout = ? and at between ? and ?
            order by at, id limit 1000
            """)
        .params(rollout, from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Entry(
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                row.getString("message"),
                row.getBoolean("warning"),
                row.getInt("step"),
                row.getInt("weight")))
        .list();
  }

  /** The canary's share at an instant, in percent. */
  public int weightAt(String rollout, Instant at) {
    return jdbc.sql(
            "select weight from rollout_event where rollout = ? and at <= ? order by at desc, id"
                + " desc limit 1")
        .params(rollout, at.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .optional()
        .orElse(0);
  }
}
