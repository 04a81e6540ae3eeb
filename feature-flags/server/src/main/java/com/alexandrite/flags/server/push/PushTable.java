package com.alexandrite.flags.server.push;

import com.alexandrite.flags.server.change.Change;
import com.alexandrite.flags.server.change.ChangeListener;
import com.alexandrite.flags.server.store.FlagDatabase;
import java.util.List;

/** What has to be told: written in the transaction of the change, so that no crash loses it. */
public final class PushTable implements ChangeListener {
  private final FlagDatabase database;
  private final Runnable wake;

  /** Wakes whoever tells, when a change has committed. */
  public PushTable(FlagDatabase database, Runnable wake) {
    this.database = database;
    this.wake = wake;
  }

  @Override
  public void changed(Change change) {
    database
        .jdbc()
        .sql("insert into push (environment, version) values (?, ?)")
        .params(change.environment(), change.version())
        .update();
    FlagDatabase.afterCommit(wake);
  }

  /** The newest document of the environment is told once more. */
  void again(String environment) {
    database
        .jdbc()
        .sql(
            "insert into push (environment, version) select name, version from environment where name = ?")
        .param(environment)
        .update();
    FlagDatabase.afterCommit(wake);
  }

  record Row(long id, String environment) {}

  /** All that waits and nobody else is telling, locked until the transaction ends. */
  List<Row> waiting() {
    return database
        .jdbc()
        .sql("select id, environment from push order by id limit 200 for update skip locked")
        .query((row, _) -> new Row(row.getLong("id"), row.getString("environment")))
        .list();
  }

  void remove(List<Row> told) {
    if (!told.isEmpty()) {
      database
          .jdbc()
          .sql("delete from push where id in (:ids)")
          .param("ids", told.stream().map(Row::id).toList())
          .update();
    }
  }

  /** Without a broker nobody is told; instances find out when they poll. */
  public void forget() {
    database.jdbc().sql("delete from push").update();
  }
}
