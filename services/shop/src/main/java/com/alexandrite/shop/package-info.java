/**
 * Shop: customers upload a model, see its price, order, and follow the piece until it is closed.
 */
@NullMarked
package com.alexandrite.shop;

import org.jspecify.annotations.NullMarked;
