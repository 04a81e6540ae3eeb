/**
 * The language of the scenarios: the running platform and the people who use it, over HTTP only.
 */
@NullMarked
package com.alexandrite.e2e.scenario;

import org.jspecify.annotations.NullMarked;
