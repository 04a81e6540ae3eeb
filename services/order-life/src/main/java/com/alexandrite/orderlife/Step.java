package com.alexandrite.orderlife;

import com.alexandrite.messages.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order's life, as far as the service saw it.
 *
 * @param cause event or act that led here
 * @param note what else is worth knowing, such as a tracking code
 */
public record Step(
    OrderState state,
    long version,
    Instant at,
    String actor,
    String cause,
    @Nullable String note) {}
