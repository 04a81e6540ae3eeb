/** Tests of the package's capability. */
@NullMarked
package com.alexandrite.kit.page;

import org.jspecify.annotations.NullMarked;
