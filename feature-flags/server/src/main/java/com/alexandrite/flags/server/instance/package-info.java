/** Which instance runs on which version, and how long a change took to reach the last one. */
@NullMarked
package com.alexandrite.flags.server.instance;

import org.jspecify.annotations.NullMarked;
