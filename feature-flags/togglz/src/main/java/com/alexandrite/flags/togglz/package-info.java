/** The provider that keeps flags in the service's own database, with Togglz. */
@NullMarked
package com.alexandrite.flags.togglz;

import org.jspecify.annotations.NullMarked;
