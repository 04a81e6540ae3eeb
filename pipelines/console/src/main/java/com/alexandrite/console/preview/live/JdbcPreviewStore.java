package com.alexandrite.console.preview.live;

import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.life.Preview;
import com.alexandrite.preview.life.PreviewStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Records of previews in PostgreSQL, each replaced as a whole. */
class JdbcPreviewStore implements PreviewStore {

  private static final Logger log = LoggerFactory.getLogger(JdbcPreviewStore.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  JdbcPreviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A row of a database. */
  private record Row(String name, String record) {}

  /** Those that can be read; what an unreadable one has is then nobody's, and removed. */
  @Override
  public List<Preview> all() {
    return jdbc
        .sql("select name, record from preview order by name")
        .query((row, _) -> new Row(row.getString("name"), row.getString("record")))
        .list()
        .stream()
        .flatMap(JdbcPreviewStore::read)
        .toList();
  }

  private static Stream<Preview> read(Row row) {
    try {
      return Optional.of(JSON.readValue(row.record(), Preview.class)).stream();
    } catch (JacksonException e) {
      log.error("The record of preview {} is not readable: {}", row.name(), e.getMessage());
      return Stream.empty();
    }
  }

  @Override
  public void save(Preview preview) {
    jdbc.sql(
            """
            insert into preview (name, record) values (:name, :record)
            on conflict (name) do update set record = excluded.record, saved_at = now()
            """)
        .param("name", preview.name().value())
        .param("record", JSON.writeValueAsString(preview))
        .update();
  }

  @Override
  public void erase(PreviewName name) {
    jdbc.sql("delete from preview where name = :name").param("name", name.value()).update();
  }
}
