package com.alexandrite.flags.server.push;

import com.alexandrite.flags.server.environment.Documents;
import com.alexandrite.flags.server.environment.Environment;
import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.FlagJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries new documents from the table to the broker. Several changes of one environment become one
 * message: the newest document holds them all. After a reconnect every document is told, since
 * nobody knows who heard the last.
 */
public final class TellingInstances {
  private final FlagDatabase database;
  private final PushTable table;
  private final Documents documents;
  private final Environments environments;
  private final FlagBroker broker;

  /** Between table and broker. */
  public TellingInstances(
      FlagDatabase database,
      PushTable table,
      Documents documents,
      Environments environments,
      FlagBroker broker) {
    this.database = database;
    this.table = table;
    this.documents = documents;
    this.environments = environments;
    this.broker = broker;
  }

  /** Tells all that waits. */
  public void tell() throws IOException {
    if (broker.connect()) {
      for (Environment environment : environments.all()) {
        publish(environment.name());
      }
    }
    try {
      database.inTransaction(() -> {
        List<PushTable.Row> rows = table.waiting();
        Set<String> changed = new LinkedHashSet<>();
        rows.forEach(row -> changed.add(row.environment()));
        changed.forEach(this::publishUnchecked);
        table.remove(rows);
      });
    } catch (UncheckedIOException e) {
      throw new IOException("changes wait to be told", e);
    }
  }

  private void publishUnchecked(String environment) {
    try {
      // An environment may be gone before its last change was told.
      if (environments.find(environment).isPresent()) {
        publish(environment);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void publish(String environment) throws IOException {
    broker.publish(FlagJson.write(Announcement.of(documents.newest(environment))));
  }
}
