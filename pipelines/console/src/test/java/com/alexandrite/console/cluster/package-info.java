/** The console on a cluster. */
@NullMarked
package com.alexandrite.console.cluster;

import org.jspecify.annotations.NullMarked;
