/** Links that open one preview's page without signing in, for some hours. */
@NullMarked
package com.alexandrite.console.preview.share;

import org.jspecify.annotations.NullMarked;
