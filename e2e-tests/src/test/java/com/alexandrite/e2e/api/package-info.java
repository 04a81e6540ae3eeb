/** The order's journey and its limits, through the services' APIs. */
@NullMarked
package com.alexandrite.e2e.api;

import org.jspecify.annotations.NullMarked;
