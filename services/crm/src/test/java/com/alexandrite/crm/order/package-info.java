/** Tests of the seller's orders. */
@NullMarked
package com.alexandrite.crm.order;

import org.jspecify.annotations.NullMarked;
