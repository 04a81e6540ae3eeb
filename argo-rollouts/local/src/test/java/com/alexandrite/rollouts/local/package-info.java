/** Tests of the adapters: alone, and with real processes behind the real HAProxy. */
@NullMarked
package com.alexandrite.rollouts.local;

import org.jspecify.annotations.NullMarked;
