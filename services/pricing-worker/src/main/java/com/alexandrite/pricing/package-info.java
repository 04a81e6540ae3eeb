/**
 * The pricing worker: an application without pages that answers price requests.
 *
 * <p>The way of one request is {@link com.alexandrite.pricing.request.AnsweringPriceRequests}.
 */
@NullMarked
package com.alexandrite.pricing;

import org.jspecify.annotations.NullMarked;
