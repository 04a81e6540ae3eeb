/** Refusals and faults that a person or a program can act on (RFC 9457). */
@NullMarked
package com.alexandrite.kit.problem;

import org.jspecify.annotations.NullMarked;
