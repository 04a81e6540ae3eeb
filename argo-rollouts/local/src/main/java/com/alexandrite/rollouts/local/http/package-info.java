/** How metric sources are asked over HTTP. */
@NullMarked
package com.alexandrite.rollouts.local.http;

import org.jspecify.annotations.NullMarked;
