package com.alexandrite.flags.server.environment;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.server.store.FlagDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The document of each environment, read anew when its version has grown. */
public final class Documents {
  private static final Logger log = LoggerFactory.getLogger(Documents.class);

  private final FlagDatabase database;
  private final Environments environments;
  private final FlagStates states;
  private final Segments segments;
  private final Map<String, FlagDocument> known = new ConcurrentHashMap<>();

  /** Over the flag database. */
  public Documents(
      FlagDatabase database, Environments environments, FlagStates states, Segments segments) {
    this.database = database;
    this.environments = environments;
    this.states = states;
    this.segments = segments;
  }

  /** The newest document. */
  public FlagDocument newest(String environment) {
    Environment now = environments.known(environment);
    FlagDocument before = known.get(environment);
    if (before != null && before.version() == now.version()) {
      return before;
    }
    FlagDocument read = database.inTransaction(() -> readLocked(environment));
    known.put(environment, read);
    return read;
  }

  /** The newest document; the last known one while the database is away. */
  public FlagDocument newestOrLastKnown(String environment) {
    try {
      return newest(environment);
    } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
      FlagDocument last = known.get(environment);
      if (last == null) {
        throw e;
      }
      log.warn("{}: the flag database is away, version {} is served", environment, last.version());
      return last;
    }
  }

  /** A change can not come in between, so states and version belong together. */
  private FlagDocument readLocked(String name) {
    Environment environment = environments.locked(name);
    return new FlagDocument(
        name,
        environment.version(),
        environment.changedAt(),
        states.all(name).stream().map(StoredState::state).toList(),
        segments.all(name));
  }
}
