/**
 * Long-lived processes of this machine: what is wanted ({@link
 * com.alexandrite.environment.process.ProcessSpec}), what is ({@link
 * com.alexandrite.environment.process.ProcessState}), and the daemon that makes the second follow
 * the first ({@link com.alexandrite.environment.process.Supervisor}).
 */
@NullMarked
package com.alexandrite.environment.process;

import org.jspecify.annotations.NullMarked;
