package com.alexandrite.orderlife;

import com.alexandrite.messages.OrderProgress;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a service keeps its orders: a table with the columns {@code state} and {@code version}.
 *
 * @param key column of the order's id
 * @param changedAt column of the time of the latest change
 */
public record OrderRows(String table, String key, String changedAt) {

  /**
   * Writes the next progress if the order still stands where it was seen; false if somebody was
   * faster.
   */
  boolean move(JdbcClient jdbc, UUID id, OrderProgress seen, OrderProgress next) {
    return jdbc.sql(
                """
                update %s set state = :next, version = :nextVersion, %s = now()
                where %s = :id and state = :seen and version = :seenVersion
                """
                    .formatted(table, changedAt, key))
            .param("next", next.state().name())
            .param("nextVersion", next.version())
            .param("id", id)
            .param("seen", seen.state().name())
            .param("seenVersion", seen.version())
            .update()
        == 1;
  }
}
