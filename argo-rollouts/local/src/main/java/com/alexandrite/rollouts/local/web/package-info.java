/** Metrics that are the answer of a web address. */
@NullMarked
package com.alexandrite.rollouts.local.web;

import org.jspecify.annotations.NullMarked;
