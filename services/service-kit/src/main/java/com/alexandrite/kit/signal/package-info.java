/** A word from one replica to all others of a service, carried by PostgreSQL's NOTIFY. */
@NullMarked
package com.alexandrite.kit.signal;

import org.jspecify.annotations.NullMarked;
