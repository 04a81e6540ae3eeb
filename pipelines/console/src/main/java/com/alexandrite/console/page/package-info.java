/**
 * The console's pages; they read a {@link com.alexandrite.console.view.ReleaseDesk} and know
 * nothing else.
 */
@NullMarked
package com.alexandrite.console.page;

import org.jspecify.annotations.NullMarked;
