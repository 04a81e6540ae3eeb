/** Who may do what: people sign in, programs bring a token. */
@NullMarked
package com.alexandrite.console.access;

import org.jspecify.annotations.NullMarked;
