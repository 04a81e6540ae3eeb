/** Tests of the package's capability. */
@NullMarked
package com.alexandrite.kit.store;

import org.jspecify.annotations.NullMarked;
