package com.alexandrite.console.group;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.rollouts.engine.group.GroupRelease;
import com.alexandrite.rollouts.engine.model.PlainData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Releases of groups, one document for each; of a group at most one runs. */
@Repository
@OnThisMachine
class GroupReleases {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private final JdbcClient jdbc;

  GroupReleases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A release as it was read; nothing replaces it that was decided upon an older one. */
  record Kept(GroupRelease release, long version) {}

  /** Keeps a release that begins. */
  void begin(GroupRelease release) {
    jdbc.sql(
            """
            insert into group_release (id, group_name, started_at, over, version, document)
            values (?, ?, ?, ?, 1, ?)
            """)
        .params(
            release.id(),
            release.group().name(),
            release.startedAt().atOffset(ZoneOffset.UTC),
            release.over(),
            write(release))
        .update();
  }

  /** Replaces it; false if somebody else did meanwhile. */
  boolean replace(Kept before, GroupRelease after) {
    int replaced =
        jdbc.sql(
                """
                update group_release set over = ?, version = version + 1, document = ?
                where id = ? and version = ?
                """)
            .params(after.over(), write(after), before.release().id(), before.version())
            .update();
    return replaced == 1;
  }

  /** Changes a release whatever becomes of it meanwhile. */
  void change(String id, UnaryOperator<GroupRelease> operation) {
    boolean done = false;
    while (!done) {
      Kept kept =
          jdbc.sql("select * from group_release where id = ?")
              .param(id)
              .query(GroupReleases::read)
              .single();
      GroupRelease changed = operation.apply(kept.release());
      done = changed.equals(kept.release()) || replace(kept, changed);
    }
  }

  /** Those that go on. */
  List<Kept> running() {
    return jdbc.sql("select * from group_release where not over order by started_at")
        .query(GroupReleases::read)
        .list();
  }

  /** The one of this group that goes on. */
  Optional<GroupRelease> running(String group) {
    return jdbc.sql("select * from group_release where not over and group_name = ?")
        .param(group)
        .query(GroupReleases::read)
        .optional()
        .map(Kept::release);
  }

  /** The newest of a group first. */
  List<GroupRelease> newest(String group, int limit) {
    return jdbc
        .sql("select * from group_release where group_name = ? order by started_at desc limit ?")
        .params(group, limit)
        .query(GroupReleases::read)
        .list()
        .stream()
        .map(Kept::release)
        .toList();
  }

  private static String write(GroupRelease release) {
    return JSON.writeValueAsString(PlainData.of(release));
  }

  private static Kept read(ResultSet row, int number) throws SQLException {
    Map<String, Object> document = JSON.readValue(row.getString("document"), TREE);
    return new Kept(PlainData.read(document, GroupRelease.class), row.getLong("version"));
  }
}
