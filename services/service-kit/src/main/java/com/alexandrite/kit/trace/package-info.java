/**
 * One id from a request through the outbox and the broker to the last consumer, in logs and
 * answers.
 */
@NullMarked
package com.alexandrite.kit.trace;

import org.jspecify.annotations.NullMarked;
