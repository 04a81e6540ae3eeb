/** The console as a whole: real HAProxy, Prometheus, PostgreSQL and supervisor, tiny pods. */
@NullMarked
package com.alexandrite.console;

import org.jspecify.annotations.NullMarked;
