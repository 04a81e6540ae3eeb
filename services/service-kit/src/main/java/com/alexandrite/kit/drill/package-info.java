/** Faults for rehearsals: chosen by the process's environment at its start, by nothing else. */
@NullMarked
package com.alexandrite.kit.drill;

import org.jspecify.annotations.NullMarked;
