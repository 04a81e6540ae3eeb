/** Tests of the guard. */
@NullMarked
package com.alexandrite.flags.server.measure;

import org.jspecify.annotations.NullMarked;
