/** Messages between services. */
@NullMarked
package com.alexandrite.messages;

import org.jspecify.annotations.NullMarked;
