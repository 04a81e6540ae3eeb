package com.alexandrite.flags.server.key;

import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.store.FlagDatabase;
import com.alexandrite.flags.server.store.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Keys by which clients name their environment. An environment may have several, so that one is
 * replaced without a gap; a secret is shown once, when it is made.
 */
public final class EnvironmentKeys {
  /** Flagsmith's clients take only such a key for local evaluation. */
  public static final String SERVER_PREFIX = "ser.";

  private static final int SECRET_BYTES = 24;
  private static final int SHORTEST_CHOSEN = 40;

  private final FlagDatabase database;
  private final Environments environments;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, EnvironmentKey> lastKnown = new ConcurrentHashMap<>();

  /** Over the flag database. */
  public EnvironmentKeys(FlagDatabase database, Environments environments, InstantSource clock) {
    this.database = database;
    this.environments = environments;
    this.clock = clock;
  }

  /** A key and its secret, which nobody can read again. */
  public record Made(EnvironmentKey key, String secret) {}

  /** Makes a key. */
  public Made make(String environment, String kind, String name, String actor) {
    environments.known(environment);
    if (!kind.equals("server") && !kind.equals("client")) {
      throw Refused.invalid(
          "key-kind-unknown", "There is no kind of key " + kind + ".", "Use server or client.");
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String secret = kind.equals("server") ? SERVER_PREFIX + text : text;
    return new Made(insert(environment, kind, name, actor, secret), secret);
  }

  /** Makes sure that a secret from the configuration is a key; as often as asked. */
  public void ensure(String environment, String secret) {
    String kind = secret.startsWith(SERVER_PREFIX) ? "server" : "client";
    if (find(secret) == null) {
      insert(environment, kind, "configured", "configuration", secret);
    }
  }

  /** The same for a secret that a program chose, which must be hard to guess and of no other. */
  public void ensureChosen(String environment, @Nullable String secret) {
    if (secret == null || !secret.startsWith(SERVER_PREFIX) || secret.length() < SHORTEST_CHOSEN) {
      throw Refused.invalid(
          "key-weak",
          "A chosen key begins with ser. and has 40 characters or more.",
          "Make it at random, or POST to …/keys to be given one.");
    }
    EnvironmentKey known = find(secret);
    if (known != null && !known.environment().equals(environment)) {
      throw Refused.conflict(
          "key-taken", "This key opens another environment.", "Choose another key.");
    }
    ensure(environment, secret);
  }

  /** All of an environment, the newest first. */
  public List<EnvironmentKey> all(String environment) {
    return database
        .jdbc()
        .sql("select * from environment_key where environment = ? order by created_at desc")
        .param(environment)
        .query(EnvironmentKeys::read)
        .list();
  }

  /** From now on it opens nothing. */
  public void revoke(UUID id) {
    int revoked =
        database
            .jdbc()
            .sql("update environment_key set revoked_at = ? where id = ? and revoked_at is null")
            .params(FlagDatabase.at(clock.instant()), id)
            .update();
    if (revoked == 0) {
      throw Refused.unknown("key", id, "List the environment's keys; a revoked key stays so.");
    }
  }

  /**
   * The key of this secret, while it is not revoked. The last known ones when the database is away.
   */
  public @Nullable EnvironmentKey opening(@Nullable String secret) {
    if (secret == null || secret.isBlank()) {
      return null;
    }
    try {
      EnvironmentKey key = find(secret);
      if (key == null || key.revokedAt() != null) {
        lastKnown.remove(hash(secret));
        return null;
      }
      lastKnown.put(hash(secret), key);
      return key;
    } catch (DataAccessException e) {
      EnvironmentKey last = lastKnown.get(hash(secret));
      if (last == null) {
        throw e;
      }
      return last;
    }
  }

  private @Nullable EnvironmentKey find(String secret) {
    return database
        .jdbc()
        .sql("select * from environment_key where hash = ?")
        .param(hash(secret))
        .query(EnvironmentKeys::read)
        .optional()
        .orElse(null);
  }

  private EnvironmentKey insert(
      String environment, String kind, String name, String actor, String secret) {
    return database
        .jdbc()
        .sql(
            """
            insert into environment_key (id, environment, kind, name, hash, ending, created_at, created_by)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning *
            """)
        .params(
            UUID.randomUUID(),
            environment,
            kind,
            name,
            hash(secret),
            secret.substring(Math.max(0, secret.length() - 4)),
            FlagDatabase.at(clock.instant()),
            actor)
        .query(EnvironmentKeys::read)
        .single();
  }

  private static String hash(String secret) {
    try {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static EnvironmentKey read(ResultSet row, int number) throws SQLException {
    return new EnvironmentKey(
        row.getObject("id", UUID.class),
        row.getString("environment"),
        row.getString("kind"),
        row.getString("name"),
        row.getString("ending"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        FlagDatabase.instant(row.getObject("revoked_at", OffsetDateTime.class)));
  }
}
