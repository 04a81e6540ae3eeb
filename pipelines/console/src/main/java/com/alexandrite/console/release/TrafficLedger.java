package com.alexandrite.console.release;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.local.Pod;
import com.alexandrite.rollouts.local.haproxy.ServerCounters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the requests of each revision at the edge: reads HAProxy's counters and adds what is new
 * to the database, with the reading itself in the same transaction. So nothing is counted twice or
 * lost when the console dies, and a HAProxy that began at zero again does no harm.
 */
@Repository
@OnThisMachine
public class TrafficLedger {
  private final JdbcClient jdbc;

  /** Which revision an address belonged to: a slot is read once more after its pod has gone. */
  private final Map<String, String> owners = new HashMap<>();

  TrafficLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds one reading of a rollout's backend. */
  @Transactional
  public void add(String rollout, String backend, List<ServerCounters> reading, List<Pod> pods) {
    pods.forEach(pod -> owners.put(pod.address(), pod.hash()));
    Map<String, ArmTotals> last = lastReading(backend);
    Map<String, ArmTotals> fresh = new HashMap<>();
    for (ServerCounters slot : reading) {
      var now = new ArmTotals(slot.requests(), slot.failures());
      ArmTotals before = last.getOrDefault(slot.slot(), ArmTotals.NONE);
      if (now.equals(before)) {
        continue;
      }
      remember(backend, slot.slot(), now);
      String owner = owners.get(slot.address());
      ArmTotals added = now.sinceReset(before);
      if (owner != null && !added.isNothing()) {
        fresh.merge(owner, added, ArmTotals::plus);
      }
    }
    fresh.forEach((hash, added) -> count(rollout, hash, added));
  }

  /** All that a revision has answered since it exists. */
  public ArmTotals total(String rollout, String hash) {
    return jdbc.sql("select requests, failures from arm_traffic where rollout = ? and pod_hash = ?")
        .params(rollout, hash)
        .query(ArmTotals.class)
        .optional()
        .orElse(ArmTotals.NONE);
  }

  private Map<String, ArmTotals> lastReading(String backend) {
    Map<String, ArmTotals> last = new HashMap<>();
    jdbc.sql("select slot, requests, failures from slot_reading where backend = ?")
        .param(backend)
        .query(row -> {
          last.put(
              row.getString("slot"),
              new ArmTotals(row.getLong("requests"), row.getLong("failures")));
        });
    return last;
  }

  private void remember(String backend, String slot, ArmTotals reading) {
    jdbc.sql(
            """
            insert into slot_reading (backend, slot, requests, failures) values (?, ?, ?, ?)
            on conflict (backend, slot)
            do update set requests = excluded.requests, failures = excluded.failures
            """)
        .params(backend, slot, reading.requests(), reading.failures())
        .update();
  }

  private void count(String rollout, String hash, ArmTotals added) {
    jdbc.sql(
            """
            insert into arm_traffic (rollout, pod_hash, requests, failures) values (?, ?, ?, ?)
            on conflict (rollout, pod_hash)
            do update set requests = arm_traffic.requests + excluded.requests,
                          failures = arm_traffic.failures + excluded.failures
            """)
        .params(rollout, hash, added.requests(), added.failures())
        .update();
  }
}
