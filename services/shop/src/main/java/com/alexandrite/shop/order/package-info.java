/** Orders from a customer's view: begin, upload, price, place, follow. */
@NullMarked
package com.alexandrite.shop.order;

import org.jspecify.annotations.NullMarked;
