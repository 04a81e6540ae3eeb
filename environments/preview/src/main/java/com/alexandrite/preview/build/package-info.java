/**
 * Built versions of what a branch changed: one work tree for each preview, in which Maven goes on
 * from where the last push left it, and nothing is built twice.
 */
@NullMarked
package com.alexandrite.preview.build;

import org.jspecify.annotations.NullMarked;
