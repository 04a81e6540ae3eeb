/** MES: operators make orders. */
@NullMarked
package com.alexandrite.mes;

import org.jspecify.annotations.NullMarked;
