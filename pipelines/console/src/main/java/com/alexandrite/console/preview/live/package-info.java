/** The life of previews on this machine, composed for the console. */
@NullMarked
package com.alexandrite.console.preview.live;

import org.jspecify.annotations.NullMarked;
