/**
 * Metrics of the {@code web} provider, without the network: what to ask, and what an answer means.
 *
 * <p>{@link com.alexandrite.rollouts.engine.web.WebQuestion} says what to send, {@link
 * com.alexandrite.rollouts.engine.web.WebAnswer} reads what came back with kubectl's JSONPath.
 */
@NullMarked
package com.alexandrite.rollouts.engine.web;

import org.jspecify.annotations.NullMarked;
