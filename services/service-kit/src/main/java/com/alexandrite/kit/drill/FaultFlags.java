package com.alexandrite.kit.drill;

import com.alexandrite.flags.Flag;

/**
 * The flags that spoil a service in drills; a bean of this type lets them.
 *
 * @param errors share of the customers' requests that is answered with 500
 * @param latency milliseconds that each of them takes longer
 * @param readiness whether the instance says that it is not ready
 * @param cpu threads that compute for nothing
 * @param lostMessage whether an event of an order is dropped
 */
public record FaultFlags(
    Flag<Double> errors,
    Flag<Double> latency,
    Flag<Boolean> readiness,
    Flag<Double> cpu,
    Flag<Boolean> lostMessage) {}
