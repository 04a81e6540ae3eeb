/** The provider against Flagsmith's API over real HTTP. */
@NullMarked
package com.alexandrite.flags.flagsmith;

import org.jspecify.annotations.NullMarked;
