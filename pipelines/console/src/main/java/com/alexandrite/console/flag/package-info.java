/** The pages of the flag server that the console hosts. */
@NullMarked
package com.alexandrite.console.flag;

import org.jspecify.annotations.NullMarked;
