/** Tests of the package's capability. */
@NullMarked
package com.alexandrite.kit.account;

import org.jspecify.annotations.NullMarked;
