/** Words of the pages of previews. */
@NullMarked
package com.alexandrite.console.preview.page;

import org.jspecify.annotations.NullMarked;
