/**
 * The rules that keep DESIGN's "who may import whom", checked over the class files of every module.
 */
@NullMarked
package com.alexandrite.rules;

import org.jspecify.annotations.NullMarked;
