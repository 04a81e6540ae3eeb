/** What is offered: pieces and materials. */
@NullMarked
package com.alexandrite.shop.catalog;

import org.jspecify.annotations.NullMarked;
