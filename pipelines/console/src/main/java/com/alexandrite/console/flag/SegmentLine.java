package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.Segment;
import java.util.List;

/**
 * A segment and where it is used.
 *
 * @param flags keys of the flags whose rules name it
 */
public record SegmentLine(Segment segment, List<String> flags) {}
