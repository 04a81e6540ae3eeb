/**
 * One release from a git revision to its end: {@link com.alexandrite.cli.release.ArtifactBuild}
 * makes the bytes, {@link com.alexandrite.cli.release.Following} follows the rollout until the
 * console knows the outcome.
 */
@NullMarked
package com.alexandrite.cli.release;

import org.jspecify.annotations.NullMarked;
