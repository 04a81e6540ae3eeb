/** Links of other times. */
@NullMarked
package com.alexandrite.console.preview.share;

import org.jspecify.annotations.NullMarked;
