/**
 * Assembles what is shown of rollouts and releases from the engine's state, the ledger and
 * Prometheus.
 */
@NullMarked
package com.alexandrite.console.desk;

import org.jspecify.annotations.NullMarked;
