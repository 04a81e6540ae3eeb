/**
 * Preview environments: what a branch changed runs on an address of its own, with data, messages
 * and flags of its own, beside the baseline.
 */
@NullMarked
package com.alexandrite.preview;

import org.jspecify.annotations.NullMarked;
