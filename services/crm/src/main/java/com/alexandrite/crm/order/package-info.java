/** Orders from a seller's view: heard of when priced, approved, followed, closed. */
@NullMarked
package com.alexandrite.crm.order;

import org.jspecify.annotations.NullMarked;
