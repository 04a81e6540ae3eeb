/** Tests of the store. */
@NullMarked
package com.alexandrite.console.state;

import org.jspecify.annotations.NullMarked;
