/** The main job shown to a newcomer in about five minutes. */
@NullMarked
package com.alexandrite.cli.tour;

import org.jspecify.annotations.NullMarked;
