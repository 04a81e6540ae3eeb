package com.alexandrite.cli.flags;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a removal did; the last line of {@code flags remove --json}.
 *
 * @param kept the variant that stays
 * @param commit the new revision; null for a dry run
 * @param changed paths of the files that have another text
 * @param deleted paths of the files that are gone
 * @param notes what a person may want to look at
 * @param diff the change as git tells it, before it is formatted; null but for a dry run
 */
record RemovalResult(
    String key,
    String kept,
    @Nullable String commit,
    List<String> changed,
    List<String> deleted,
    List<String> notes,
    @Nullable String diff) {}
