/** The one comment on a pull or merge request that tells all of its preview, edited in place. */
@NullMarked
package com.alexandrite.preview.comment;

import org.jspecify.annotations.NullMarked;
