/**
 * {@code alexandrite test}: all checks and tests of the checkout, then the scenarios on a platform
 * of their own. {@link com.alexandrite.cli.verify.TestRun} is the flow.
 */
@NullMarked
package com.alexandrite.cli.verify;

import org.jspecify.annotations.NullMarked;
