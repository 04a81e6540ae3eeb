/** Tests of the package's capability. */
@NullMarked
package com.alexandrite.kit.drill;

import org.jspecify.annotations.NullMarked;
