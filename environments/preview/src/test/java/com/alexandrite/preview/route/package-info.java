/** How a request finds its preview, through the real HAProxy. */
@NullMarked
package com.alexandrite.preview.route;

import org.jspecify.annotations.NullMarked;
