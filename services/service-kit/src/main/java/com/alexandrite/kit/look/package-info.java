/**
 * One look for all pages: layout, fragments, tokens and the few scripts of the pages. An
 * application declares one {@link com.alexandrite.kit.look.Site}; every view then has the model
 * attribute {@code look}. The page {@code /look} shows all of it.
 */
@NullMarked
package com.alexandrite.kit.look;

import org.jspecify.annotations.NullMarked;
