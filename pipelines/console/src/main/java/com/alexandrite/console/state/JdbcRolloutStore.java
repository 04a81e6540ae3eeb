package com.alexandrite.console.state;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.model.RolloutState;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rollouts in PostgreSQL: saving is one statement, so a document is there as a whole or not at all.
 */
@Repository
@OnThisMachine
class JdbcRolloutStore implements RolloutStore {
  private final JdbcClient jdbc;

  JdbcRolloutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<RolloutState> load(String rollout) {
    return jdbc.sql("select document from rollout where name = ?")
        .param(rollout)
        .query(String.class)
        .optional()
        .map(StateJson::read);
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
