package com.alexandrite.flags.server.flagsmith;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.LiveFlags;
import com.alexandrite.flags.server.definition.Definitions;
import com.alexandrite.flags.server.environment.Documents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;

/**
 * What clients are answered from: the newest document, or the last known while the database is
 * away.
 */
final class KnownEnvironments {
  private final Documents documents;
  private final Definitions definitions;
  private final Map<String, Known> byName = new ConcurrentHashMap<>();

  KnownEnvironments(Documents documents, Definitions definitions) {
    this.documents = documents;
    this.definitions = definitions;
  }

  /** A document, and flags that answer from it; those decide as in every service. */
  record Known(FlagDocument document, List<Flag<?>> catalogue, LiveFlags flags) {}

  Known newest(String environment) {
    FlagDocument document = documents.newestOrLastKnown(environment);
    Known before = byName.get(environment);
    if (before != null && before.document().equals(document)) {
      return before;
    }
    Known now = known(document, catalogue(before));
    byName.put(environment, now);
    return now;
  }

  private List<Flag<?>> catalogue(@org.jspecify.annotations.Nullable Known before) {
    try {
      return definitions.catalogue();
    } catch (DataAccessException e) {
      if (before == null) {
        throw e;
      }
      return before.catalogue();
    }
  }

  private static Known known(FlagDocument document, List<Flag<?>> catalogue) {
    var flags = new LiveFlags(catalogue, true);
    flags.apply(document);
    return new Known(document, catalogue, flags);
  }
}
