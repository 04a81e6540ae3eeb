/** Tests of what a release is, and why it ends. */
@NullMarked
package com.alexandrite.console.release;

import org.jspecify.annotations.NullMarked;
