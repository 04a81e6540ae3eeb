/** Where the rollouts run that this console shows: on this machine, or on a cluster. */
@NullMarked
package com.alexandrite.console.place;

import org.jspecify.annotations.NullMarked;
