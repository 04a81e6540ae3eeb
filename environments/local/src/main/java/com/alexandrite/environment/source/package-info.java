/** The project's sources as git keeps them: revisions, and folders that hold one. */
@NullMarked
package com.alexandrite.environment.source;

import org.jspecify.annotations.NullMarked;
