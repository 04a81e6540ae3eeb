package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.Rule;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.alexandrite.flags.server.desk.FlagRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Small sums for the templates. */
public record FlagWords(LocalDate today) {

  static FlagWords at(Instant now) {
    return new FlagWords(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /** Days since the flag was defined. */
  public long age(FlagRow row) {
    return Math.max(0, ChronoUnit.DAYS.between(row.created(), today));
  }

  /** Weight of a variant in a rule; 0 when the rule does not serve it. */
  public int weight(Rule rule, String variant) {
    return rule.serve().stream()
        .filter(one -> one.variant().equals(variant))
        .mapToInt(Weighted::weight)
        .sum();
  }
}
