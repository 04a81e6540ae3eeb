/** What a branch is and what it changed: read from git alone, without touching any work tree. */
@NullMarked
package com.alexandrite.preview.change;

import org.jspecify.annotations.NullMarked;
