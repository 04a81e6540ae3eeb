@NullMarked
package com.alexandrite.flags.testing;

import org.jspecify.annotations.NullMarked;
