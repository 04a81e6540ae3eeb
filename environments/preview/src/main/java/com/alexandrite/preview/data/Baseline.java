package com.alexandrite.preview.data;

import com.alexandrite.preview.Space;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The platform that previews begin as a copy of.
 *
 * @param installation as in {@link Space}
 * @param sources checkout with the services' scripts {@code db/preview/anonymise.sql}, {@code
 *     seed.sql}
 * @param salt keeps the pseudonyms in templates from being guessed; the same for all templates
 * @param live the database on the server for each of {@link #DATABASES}
 * @param closed databases that no role but their owner's may enter
 */
public record Baseline(
    String installation, Path sources, String salt, Map<String, String> live, Set<String> closed) {

  /** The databases that each preview has a clone of, by the service that owns each. */
  static final Map<String, String> DATABASES = databases();

  /** Copies the collections. */
  public Baseline {
    live = Map.copyOf(live);
    closed = Set.copyOf(closed);
  }

  /**
   * A platform whose databases are called as its services are.
   *
   * @param closed databases that no role but their owner's may enter
   */
  public static Baseline of(String installation, Path sources, String salt, Set<String> closed) {
    return of(installation, sources, salt, closed, UnaryOperator.identity());
  }

  static Baseline of(
      String installation,
      Path sources,
      String salt,
      Set<String> closed,
      UnaryOperator<String> live) {
    Map<String, String> names = new LinkedHashMap<>();
    DATABASES.values().forEach(database -> names.put(database, live.apply(database)));
    return new Baseline(installation, sources, salt, names, closed);
  }

  /** The database of a service; empty for a service that has none in previews. */
  static Optional<String> databaseOf(String service) {
    return Optional.ofNullable(DATABASES.get(service));
  }

  private static Map<String, String> databases() {
    Map<String, String> databases = new LinkedHashMap<>();
    databases.put("shop", "shop");
    databases.put("crm", "crm");
    databases.put("mes", "mes");
    databases.put("pricing-worker", "pricing");
    return java.util.Collections.unmodifiableMap(databases);
  }

  @Override
  public String toString() {
    return "Baseline[" + installation + ", " + sources + "]";
  }
}
