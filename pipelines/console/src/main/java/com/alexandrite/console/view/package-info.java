/**
 * What the console shows and what its API answers: one set of records for both, and the port {@link
 * com.alexandrite.console.view.ReleaseDesk} that reads them.
 */
@NullMarked
package com.alexandrite.console.view;

import org.jspecify.annotations.NullMarked;
