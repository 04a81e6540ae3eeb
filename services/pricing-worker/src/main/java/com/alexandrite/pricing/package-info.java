/** Pricing worker: measures 3D models and prices them. */
@NullMarked
package com.alexandrite.pricing;

import org.jspecify.annotations.NullMarked;
