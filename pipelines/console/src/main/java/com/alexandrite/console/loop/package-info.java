/** Runs the engine on this machine: composition, the loop, and what each pass leaves behind. */
@NullMarked
package com.alexandrite.console.loop;

import org.jspecify.annotations.NullMarked;
