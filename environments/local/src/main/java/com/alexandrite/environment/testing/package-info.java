/** Real backing servers for integration tests. */
@NullMarked
package com.alexandrite.environment.testing;

import org.jspecify.annotations.NullMarked;
