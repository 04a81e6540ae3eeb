package com.alexandrite.console.state;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rollouts in PostgreSQL: saving is one statement, so a document is there as a whole or not at all.
 */
@Repository
@OnThisMachine
class JdbcRolloutStore implements RolloutStore {
  private final JdbcClient jdbc;

  /**
   * What was read last, by rollout: the text in the database counts, only its parsing is spared.
   */
  private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

  private record Parsed(String document, RolloutState state) {}

  JdbcRolloutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<RolloutState> load(String rollout) {
    return jdbc.sql("select document from rollout where name = ?")
        .param(rollout)
        .query(String.class)
        .optional()
        .map(document -> parse(rollout, document));
  }

  private RolloutState parse(String rollout, String document) {
    return parsed
        .compute(
            rollout,
            (_, known) ->
                known != null && known.document().equals(document)
                    ? known
                    : new Parsed(document, StateJson.read(document)))
        .state();
  }

  @Override
  public void save(RolloutState state) {
    jdbc.sql(
            """
            insert into rollout (name, document) values (:name, :document)
            on conflict (name) do update set document = excluded.document, saved_at = now()
            """)
        .param("name", state.rollout().name())
        .param("document", StateJson.write(state))
        .update();
  }

  @Override
  public List<String> names() {
    return jdbc.sql("select name from rollout order by name")
        .query((row, _) -> row.getString("name"))
        .list();
  }
}
