/** Releases with real processes: promoted, rolled back, and under faults. */
@NullMarked
package com.alexandrite.e2e.release;

import org.jspecify.annotations.NullMarked;
