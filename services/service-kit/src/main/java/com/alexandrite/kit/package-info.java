/** What all services share. */
@NullMarked
package com.alexandrite.kit;

import org.jspecify.annotations.NullMarked;
