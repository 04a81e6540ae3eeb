/** The platform as a whole: brought up, looked at, taken down. */
@NullMarked
package com.alexandrite.cli.platform;

import org.jspecify.annotations.NullMarked;
