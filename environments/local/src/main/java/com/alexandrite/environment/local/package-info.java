/**
 * The one-machine runtime: real servers as ordinary processes with their own data folders, ports,
 * users and secrets under one home folder.
 */
@NullMarked
package com.alexandrite.environment.local;

import org.jspecify.annotations.NullMarked;
