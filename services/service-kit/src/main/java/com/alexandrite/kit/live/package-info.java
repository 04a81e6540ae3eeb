/** Changes reach open pages by server-sent events, whichever replica made the change. */
@NullMarked
package com.alexandrite.kit.live;

import org.jspecify.annotations.NullMarked;
