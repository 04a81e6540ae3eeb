/** What previews have in real servers, and that nothing of it stays. */
@NullMarked
package com.alexandrite.preview.space;

import org.jspecify.annotations.NullMarked;
