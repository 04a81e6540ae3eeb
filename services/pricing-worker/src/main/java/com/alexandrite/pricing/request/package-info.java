/** Price requests from the queue: fetch the model, measure it, price it, answer once. */
@NullMarked
package com.alexandrite.pricing.request;

import org.jspecify.annotations.NullMarked;
