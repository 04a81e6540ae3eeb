/** Previews for people: the list, and one preview as its developer sees it. */
@NullMarked
package com.alexandrite.console.preview.page;

import org.jspecify.annotations.NullMarked;
