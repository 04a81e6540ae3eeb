/** What Prometheus knows about flags: answers, and how requests fared that were given one. */
@NullMarked
package com.alexandrite.flags.server.measure;

import org.jspecify.annotations.NullMarked;
