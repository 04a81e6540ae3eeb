/** The provider that reads Flagsmith, or anything that speaks like it. */
@NullMarked
package com.alexandrite.flags.flagsmith;

import org.jspecify.annotations.NullMarked;
