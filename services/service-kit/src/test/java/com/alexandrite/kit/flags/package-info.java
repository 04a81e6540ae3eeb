/** Tests of the package's capability. */
@NullMarked
package com.alexandrite.kit.flags;

import org.jspecify.annotations.NullMarked;
