@NullMarked
package com.alexandrite.rollouts.engine.manifest;

import org.jspecify.annotations.NullMarked;
