/** Long lists, one page at a time: a page costs the same however much there is. */
@NullMarked
package com.alexandrite.kit.page;

import org.jspecify.annotations.NullMarked;
