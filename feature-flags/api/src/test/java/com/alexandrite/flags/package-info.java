@NullMarked
package com.alexandrite.flags;

import org.jspecify.annotations.NullMarked;
