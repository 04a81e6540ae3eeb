@NullMarked
package com.alexandrite.flags.catalogue;

import org.jspecify.annotations.NullMarked;
