/** What it costs a request to come through the edge, which splits it between two revisions. */
@NullMarked
package com.alexandrite.perf.edge;

import org.jspecify.annotations.NullMarked;
