/** Flag documents in the words of Flagsmith's API, as its unmodified clients read them. */
@NullMarked
package com.alexandrite.flags.server.wire;

import org.jspecify.annotations.NullMarked;
