/** The edge's knowledge of previews: which host leads to which port, and when one was last used. */
@NullMarked
package com.alexandrite.preview.route;

import org.jspecify.annotations.NullMarked;
