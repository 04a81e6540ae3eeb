/** Tests. */
@NullMarked
package com.alexandrite.flags.removal;

import org.jspecify.annotations.NullMarked;
