/** Tests of work orders. */
@NullMarked
package com.alexandrite.mes.workorder;

import org.jspecify.annotations.NullMarked;
