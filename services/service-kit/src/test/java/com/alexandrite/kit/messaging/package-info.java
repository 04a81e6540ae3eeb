/** Tests of the package's capability. */
@NullMarked
package com.alexandrite.kit.messaging;

import org.jspecify.annotations.NullMarked;
