/** How a running HAProxy is asked and told things. */
@NullMarked
package com.alexandrite.environment.haproxy;

import org.jspecify.annotations.NullMarked;
