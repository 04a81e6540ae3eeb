package com.alexandrite.flags;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of all flags in one environment.
 *
 * @param environment {@code local}, {@code staging}, {@code production}, or a preview's name
 * @param version grows by one with every change in this environment
 * @param changedAt when this version came to be
 * @param segments named groups that rules refer to
 */
public record FlagDocument(
    String environment,
    long version,
    Instant changedAt,
    List<FlagState> flags,
    List<Segment> segments) {

  /** In hundredths of a percent: everybody. */
  public static final int EVERYBODY = 10_000;

  /** Copies the lists. */
  public FlagDocument {
    flags = List.copyOf(flags);
    segments = List.copyOf(segments);
  }

  /**
   * One flag.
   *
   * @param enabled false switches it off for everybody and keeps the rules
   * @param salt changes only when people shall be shuffled anew
   * @param rules the first that takes the unit in decides; when none does, the flag is off
   */
  public record FlagState(String key, boolean enabled, String salt, List<Rule> rules) {
    /** Copies the list. */
    public FlagState {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Takes units in.
   *
   * @param segment the key of a segment that the unit must be in; null for no such demand; one that
   *     the document does not hold has nobody in it
   * @param conditions all of them must hold; none holds for everybody
   * @param share hundredths of a percent of the units, 0..10000; growing it never takes one out.
   *     Who has no unit is taken in by 10000 only
   * @param serve which variant they get, by weight, chosen independently of the share; the first
   *     when all weights are 0 or the unit is not known
   */
  public record Rule(
      @Nullable String segment, List<Condition> conditions, int share, List<Weighted> serve) {
    /** Copies the lists, checks the range. */
    public Rule {
      conditions = List.copyOf(conditions);
      serve = List.copyOf(serve);
      if (share < 0 || share > EVERYBODY) {
        throw new IllegalArgumentException("a share is 0 to 10000, not " + share);
      }
      if (serve.isEmpty() || serve.stream().anyMatch(one -> one.weight() < 0)) {
        throw new IllegalArgumentException("a rule serves one variant or more, weights from 0");
      }
    }

    /** A rule for everybody with one variant. */
    public static Rule everybody(int share, String variant) {
      return new Rule(null, List.of(), share, List.of(new Weighted(variant, 1)));
    }
  }

  /** A variant and its part of the sum of all weights. */
  public record Weighted(String variant, int weight) {}

  /** A named group. */
  public record Segment(String key, String description, List<Condition> conditions) {
    /** Copies the list. */
    public Segment {
      conditions = List.copyOf(conditions);
    }
  }

  /** Looks at one attribute of the context; an unknown attribute fulfils the negative ones only. */
  public record Condition(String attribute, Operator operator, List<String> values) {
    /** Copies the list. */
    public Condition {
      values = List.copyOf(values);
    }
  }

  /** How an attribute is compared. */
  public enum Operator {
    /** Equal to one of the values. */
    IN,
    /** Equal to none of the values. */
    NOT_IN,
    /** Holds the value as a part. */
    CONTAINS,
    /**
     * A plain decimal such as {@code -12.5}, at least the first value; no other text is a number.
     */
    AT_LEAST,
    /** A plain decimal, less than the first value. */
    LESS_THAN,
    /** Known at all. */
    IS_SET,
    /** Not known. */
    IS_NOT_SET
  }
}
