/** A fresh process asks itself first, so that no customer meets a cold JVM. */
@NullMarked
package com.alexandrite.kit.warmup;

import org.jspecify.annotations.NullMarked;
