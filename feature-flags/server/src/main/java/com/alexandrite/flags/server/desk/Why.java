package com.alexandrite.flags.server.desk;

import com.alexandrite.flags.Decision;

/**
 * Who gets what, and why.
 *
 * @param value of the variant
 * @param rule number of the rule that took the unit in, from 1; 0 when none did
 * @param bucket 0..9999; -1 when no id was given
 */
public record Why(
    String variant,
    Object value,
    Decision.Reason reason,
    int rule,
    int bucket,
    long version,
    String sentence) {}
