/** The one-machine runtime: backing servers, processes, artifacts. */
@NullMarked
package com.alexandrite.environment.local;

import org.jspecify.annotations.NullMarked;
