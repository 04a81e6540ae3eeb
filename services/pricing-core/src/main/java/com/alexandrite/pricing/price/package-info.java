/**
 * Prices a measured body: one rate table, one line for each cost, the same answer each time.
 *
 * <p>{@link com.alexandrite.pricing.price.PriceRules} holds the lines, {@code rates.properties} the
 * numbers.
 */
@NullMarked
package com.alexandrite.pricing.price;

import org.jspecify.annotations.NullMarked;
