/** What every provider of flags promises, as tests. */
@NullMarked
package com.alexandrite.flags.testing.contract;

import org.jspecify.annotations.NullMarked;
