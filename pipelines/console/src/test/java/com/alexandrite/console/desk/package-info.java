/** What readers get. */
@NullMarked
package com.alexandrite.console.desk;

import org.jspecify.annotations.NullMarked;
