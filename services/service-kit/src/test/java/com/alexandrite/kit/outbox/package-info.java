/** Tests of the package's capability. */
@NullMarked
package com.alexandrite.kit.outbox;

import org.jspecify.annotations.NullMarked;
