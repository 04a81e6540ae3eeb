/**
 * Feature flags as code sees them: {@link com.alexandrite.flags.Flags} answers for a {@link
 * com.alexandrite.flags.Flag} and an {@link com.alexandrite.flags.EvaluationContext}. JDK only.
 */
@NullMarked
package com.alexandrite.flags;

import org.jspecify.annotations.NullMarked;
