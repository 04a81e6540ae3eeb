/** The API for programs and for the pages' scripts. */
@NullMarked
package com.alexandrite.console.api;

import org.jspecify.annotations.NullMarked;
