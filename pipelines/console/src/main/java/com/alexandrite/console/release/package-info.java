/** Releases: what was asked, what customers got, how it ended, and who did what. */
@NullMarked
package com.alexandrite.console.release;

import org.jspecify.annotations.NullMarked;
