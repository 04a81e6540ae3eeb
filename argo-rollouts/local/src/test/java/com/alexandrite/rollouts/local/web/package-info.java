/** Web metrics against real servers. */
@NullMarked
package com.alexandrite.rollouts.local.web;

import org.jspecify.annotations.NullMarked;
