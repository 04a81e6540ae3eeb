/**
 * Faults for rehearsals. A revision is spoilt by its process's environment at its start ({@code
 * ALEXANDRITE_DRILL}); a running environment by fault flags, where the process's environment allows
 * them ({@code ALEXANDRITE_DRILLS}).
 */
@NullMarked
package com.alexandrite.kit.drill;

import org.jspecify.annotations.NullMarked;
