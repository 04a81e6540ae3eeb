/** Tests of the package's capability. */
@NullMarked
package com.alexandrite.kit.trace;

import org.jspecify.annotations.NullMarked;
