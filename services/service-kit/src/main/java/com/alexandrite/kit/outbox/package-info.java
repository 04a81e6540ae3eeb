/**
 * Facts leave a service through a table: written with the effect, sent by a relay, in order, at
 * least once.
 */
@NullMarked
package com.alexandrite.kit.outbox;

import org.jspecify.annotations.NullMarked;
