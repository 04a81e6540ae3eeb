/** Tests of what a process does in the space of a preview environment. */
@NullMarked
package com.alexandrite.kit.preview;

import org.jspecify.annotations.NullMarked;
