/**
 * The flags of a process: it declares a {@link com.alexandrite.kit.flags.FlagCatalogue}, asks
 * {@link com.alexandrite.flags.Flags} with the context that {@link
 * com.alexandrite.kit.flags.FlagContexts} knows, and the kit keeps the answers up to date: from the
 * last known good document at the start, then read, polled, and pushed.
 */
@NullMarked
package com.alexandrite.kit.flags;

import org.jspecify.annotations.NullMarked;
