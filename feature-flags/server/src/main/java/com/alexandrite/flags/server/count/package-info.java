/** How often each variant was the answer. */
@NullMarked
package com.alexandrite.flags.server.count;

import org.jspecify.annotations.NullMarked;
