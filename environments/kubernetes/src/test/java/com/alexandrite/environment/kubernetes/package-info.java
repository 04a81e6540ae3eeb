/** Renders the manifests with the real tools and judges what comes out. */
@NullMarked
package com.alexandrite.environment.kubernetes;

import org.jspecify.annotations.NullMarked;
