/** One site of the running platform, reached through the edge. */
@NullMarked
package com.alexandrite.cli.site;

import org.jspecify.annotations.NullMarked;
