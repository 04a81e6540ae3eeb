package com.alexandrite.kit.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request or message carries along to all that follows from it, as W3C's {@code baggage}
 * header writes it. What the kit does not know is passed on as it came.
 *
 * @param members such as {@code preview=feature-rings}, in the order in which they came
 * @see <a href="https://www.w3.org/TR/baggage/">W3C Baggage</a>
 */
public record Baggage(List<String> members) {

  /** Name of the header, in HTTP and in AMQP. */
  public static final String HEADER = "baggage";

  /** Nothing. */
  public static final Baggage NONE = new Baggage(List.of());

  /** The standard's limits: more than that nobody has to pass on. */
  private static final int MOST_MEMBERS = 64;

  private static final int MOST_BYTES = 8192;

  private static final Pattern MEMBER =
      Pattern.compile(
          "([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \\t]*=[ \\t]*"
              + "([\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]*)"
              + "([ \\t]*;[\\t\\x20-\\x2B\\x2D-\\x7E]*)?");

  private static final ThreadLocal<Baggage> CURRENT = ThreadLocal.withInitial(() -> NONE);

  /** Leaves out what is over the limits, from the end. */
  public Baggage {
    members = fitting(members);
  }

  /** Reads a header; leaves out what no member of a baggage can be. */
  public static Baggage of(@Nullable String header) {
    return header == null
        ? NONE
        : new Baggage(
            Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(it -> MEMBER.matcher(it).matches())
                .toList());
  }

  /** Returns what this thread's work carries; {@link #NONE} outside of any request or message. */
  public static Baggage current() {
    return CURRENT.get();
  }

  /** Opens a scope in which {@code baggage} is current. Close it on the same thread. */
  public static Scope open(Baggage baggage) {
    var scope = new Scope(CURRENT.get());
    CURRENT.set(baggage);
    return scope;
  }

  /** The value of the first member with this key, as it is written. */
  public Optional<String> value(String key) {
    return members.stream()
        .map(MEMBER::matcher)
        .filter(it -> it.matches() && it.group(1).equals(key))
        .map(it -> it.group(2))
        .findFirst();
  }

  /** This baggage with one more member, the first one, in the place of all with the same key. */
  public Baggage with(String key, String value) {
    return new Baggage(
        Stream.concat(Stream.of(key + "=" + value), without(key).members().stream()).toList());
  }

  /** This baggage without the members of a key. */
  public Baggage without(String key) {
    return new Baggage(members.stream().filter(it -> !key.equals(keyOf(it))).toList());
  }

  /** What goes into the header; empty when there is nothing to say. */
  public Optional<String> header() {
    return members.isEmpty() ? Optional.empty() : Optional.of(String.join(",", members));
  }

  private static String keyOf(String member) {
    Matcher matcher = MEMBER.matcher(member);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static List<String> fitting(List<String> members) {
    List<String> fitting = new ArrayList<>();
    int bytes = 0;
    for (String member : members) {
      bytes += member.length() + (fitting.isEmpty() ? 0 : 1);
      if (fitting.size() == MOST_MEMBERS || bytes > MOST_BYTES) {
        break;
      }
      fitting.add(member);
    }
    return List.copyOf(fitting);
  }

  /** The time during which a baggage is current. */
  public record Scope(Baggage before) implements AutoCloseable {

    @Override
    public void close() {
      if (before.equals(NONE)) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}
