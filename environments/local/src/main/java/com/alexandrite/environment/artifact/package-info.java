/**
 * Built versions of the services: what an image name such as {@code alexandrite/shop:7} means on
 * this machine.
 */
@NullMarked
package com.alexandrite.environment.artifact;

import org.jspecify.annotations.NullMarked;
