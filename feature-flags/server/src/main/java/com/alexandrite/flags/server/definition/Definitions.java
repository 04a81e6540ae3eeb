package com.alexandrite.flags.server.definition;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import com.alexandrite.flags.server.store.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The definitions that were imported. */
public final class Definitions {
  private final FlagDatabase database;

  /** Over the flag database. */
  public Definitions(FlagDatabase database) {
    this.database = database;
  }

  /** All that are not archived, by key. */
  public List<FlagDefinition> all() {
    return database
        .jdbc()
        .sql("select definition from flag where archived_at is null order by key")
        .query((row, _) -> FlagJson.read(row.getString("definition"), FlagDefinition.class))
        .list();
  }

  /** The flags as the facade knows them. */
  public List<Flag<?>> catalogue() {
    List<Flag<?>> catalogue = new ArrayList<>();
    for (FlagDefinition definition : all()) {
      catalogue.add(definition.flag(catalogue.size()));
    }
    return List.copyOf(catalogue);
  }

  /** One of them. */
  public Optional<FlagDefinition> find(String key) {
    return database
        .jdbc()
        .sql("select definition from flag where key = ? and archived_at is null")
        .param(key)
        .query(String.class)
        .optional()
        .map(text -> FlagJson.read(text, FlagDefinition.class));
  }

  /** One of them; refused when it is not known. */
  public FlagDefinition known(String key) {
    return find(key)
        .orElseThrow(() -> Refused.unknown("flag", key, "List the flags: GET /api/flags."));
  }

  /** Takes a definition over, also of a flag that was archived. */
  public void keep(FlagDefinition definition) {
    database
        .jdbc()
        .sql(
            """
            insert into flag (key, definition) values (?, ?::jsonb)
            on conflict (key) do update set definition = excluded.definition, archived_at = null
            """)
        .params(definition.key(), FlagJson.write(definition))
        .update();
  }

  /** Its file is gone: nobody is told of the flag any more. */
  public void archive(String key, Instant now) {
    database
        .jdbc()
        .sql("update flag set archived_at = ? where key = ?")
        .params(FlagDatabase.at(now), key)
        .update();
  }

  /** Those that no environment has a state of any more, since their preview is gone. */
  public void archiveUnused(Instant now) {
    database
        .jdbc()
        .sql(
            """
            update flag set archived_at = ? where archived_at is null
            and not exists (select from flag_state where flag_state.flag = flag.key)
            """)
        .param(FlagDatabase.at(now))
        .update();
  }
}
