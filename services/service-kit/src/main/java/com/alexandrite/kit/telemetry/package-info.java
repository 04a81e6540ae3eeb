/** Which revision answered, and how fast. */
@NullMarked
package com.alexandrite.kit.telemetry;

import org.jspecify.annotations.NullMarked;
