/**
 * How an order moves on in each service that keeps it: decided by its owner, followed by the
 * others, one compare-and-set and one line of history for each step.
 */
@NullMarked
package com.alexandrite.orderlife;

import org.jspecify.annotations.NullMarked;
