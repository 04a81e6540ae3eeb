package com.alexandrite.kit.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id that joins log lines, answers and messages of one cause; 32 hex digits, as in W3C's {@code
 * traceparent}.
 */
public final class TraceId {

  /** Name of the MDC entry. */
  static final String KEY = "traceId";

  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final Pattern PLAIN = Pattern.compile("[0-9a-f]{32}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private TraceId() {}

  /** Returns the id of what runs on this thread; empty outside of any request or message. */
  public static Optional<String> current() {
    return Optional.ofNullable(MDC.get(KEY));
  }

  /**
   * Opens a scope in which {@code given}, or a new id when it is none, is current. Close it on the
   * same thread.
   */
  public static Scope open(@Nullable String given) {
    String id = given != null && PLAIN.matcher(given).matches() ? given : fresh();
    return new Scope(id, MDC.putCloseable(KEY, id));
  }

  /**
   * Returns the trace id of a {@code traceparent} header; empty when there is none or it is
   * malformed.
   */
  static Optional<String> ofTraceparent(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher matcher = TRACEPARENT.matcher(header);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String fresh() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The time during which an id is current. */
  public record Scope(String id, MDC.MDCCloseable entry) implements AutoCloseable {

    @Override
    public void close() {
      entry.close();
    }
  }
}
