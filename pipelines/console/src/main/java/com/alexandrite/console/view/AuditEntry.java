package com.alexandrite.console.view;

import java.time.Instant;

/**
 * What a person or a program did, and why.
 *
 * @param at when
 * @param actor who
 * @param action word of the action: release, promote, promote-full, abort, retry, undo, accept,
 *     restart, configure
 * @param subject what it was done to, for example {@code shop 41 -> 42}
 * @param reason why, as given
 * @param consequence what followed at once, in numbers
 */
public record AuditEntry(
    Instant at, String actor, String action, String subject, String reason, String consequence) {}
