/** Changing a flag or a segment: one transaction, recorded, undoable. */
@NullMarked
package com.alexandrite.flags.server.change;

import org.jspecify.annotations.NullMarked;
