/** MES: operators take, make, pack and ship approved orders. */
@NullMarked
package com.alexandrite.mes;

import org.jspecify.annotations.NullMarked;
