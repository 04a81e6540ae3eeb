/** Past releases against other manifests: where the past comes from, and what came of it. */
@NullMarked
package com.alexandrite.cli.backtest;

import org.jspecify.annotations.NullMarked;
