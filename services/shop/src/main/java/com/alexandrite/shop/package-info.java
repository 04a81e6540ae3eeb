/** Shop: customers upload, order and follow. */
@NullMarked
package com.alexandrite.shop;

import org.jspecify.annotations.NullMarked;
