/** Work orders: one for each approved order, dispatched one at a time. */
@NullMarked
package com.alexandrite.mes.workorder;

import org.jspecify.annotations.NullMarked;
