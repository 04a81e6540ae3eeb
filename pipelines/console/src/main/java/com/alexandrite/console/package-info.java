/** The release console. */
@NullMarked
package com.alexandrite.console;

import org.jspecify.annotations.NullMarked;
