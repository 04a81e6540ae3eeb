/** Requests of a preview that does not answer yet: people wait on a page, programs on the line. */
@NullMarked
package com.alexandrite.console.preview.wake;

import org.jspecify.annotations.NullMarked;
