/** Architecture rules that every module's tests apply. */
@NullMarked
package com.alexandrite.rules;

import org.jspecify.annotations.NullMarked;
