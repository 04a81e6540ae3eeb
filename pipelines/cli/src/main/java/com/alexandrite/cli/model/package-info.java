/** The command {@code model}: measures one file as the pricing worker does. */
@NullMarked
package com.alexandrite.cli.model;

import org.jspecify.annotations.NullMarked;
