/** The order's journey and the release console in a real browser. */
@NullMarked
package com.alexandrite.e2e.ui;

import org.jspecify.annotations.NullMarked;
