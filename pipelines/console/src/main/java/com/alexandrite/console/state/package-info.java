/** Where rollouts are kept: one document for each, in PostgreSQL. */
@NullMarked
package com.alexandrite.console.state;

import org.jspecify.annotations.NullMarked;
