/** Who is signed in: demo accounts from the configuration, sessions that every replica knows. */
@NullMarked
package com.alexandrite.kit.account;

import org.jspecify.annotations.NullMarked;
