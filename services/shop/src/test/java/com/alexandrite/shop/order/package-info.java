/** Tests of the customer's orders. */
@NullMarked
package com.alexandrite.shop.order;

import org.jspecify.annotations.NullMarked;
