/**
 * Measures 3D models: reads a file, checks that it bounds a body, mends what can be mended safely
 * and gives volume, surface and box, or refuses with a reason. JDK only; the way through is {@link
 * com.alexandrite.pricing.model.MeasuringModel}.
 */
@NullMarked
package com.alexandrite.pricing.model;

import org.jspecify.annotations.NullMarked;
