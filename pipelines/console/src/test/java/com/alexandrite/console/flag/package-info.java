/** Tests of what the pages about flags say. */
@NullMarked
package com.alexandrite.console.flag;

import org.jspecify.annotations.NullMarked;
