/** What each preview has for itself in the servers that all share. */
@NullMarked
package com.alexandrite.preview.space;

import org.jspecify.annotations.NullMarked;
