@NullMarked
package com.alexandrite.kit.look;

import org.jspecify.annotations.NullMarked;
