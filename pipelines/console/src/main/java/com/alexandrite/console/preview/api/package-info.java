/** Previews for programs: REST, JSON and streams. */
@NullMarked
package com.alexandrite.console.preview.api;

import org.jspecify.annotations.NullMarked;
