@NullMarked
package com.alexandrite.flags.definitions;

import org.jspecify.annotations.NullMarked;
