/**
 * Whose space this process works in: the baseline's, or that of one preview environment. Each
 * request and message carries it as W3C baggage, so that none can have its effect elsewhere.
 */
@NullMarked
package com.alexandrite.kit.preview;

import org.jspecify.annotations.NullMarked;
