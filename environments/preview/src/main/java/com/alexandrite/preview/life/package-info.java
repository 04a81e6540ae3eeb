/**
 * The life of previews: what is wanted (records) and what is there (processes, routes, spaces) are
 * brought together by a loop, so that a lost event or a killed console leaks nothing.
 */
@NullMarked
package com.alexandrite.preview.life;

import org.jspecify.annotations.NullMarked;
