/** What the definition files say, as the server keeps it. */
@NullMarked
package com.alexandrite.flags.server.definition;

import org.jspecify.annotations.NullMarked;
