/**
 * Facts reach a service through a quorum queue: once in effect, retried in tiers, parked when
 * hopeless.
 */
@NullMarked
package com.alexandrite.kit.messaging;

import org.jspecify.annotations.NullMarked;
