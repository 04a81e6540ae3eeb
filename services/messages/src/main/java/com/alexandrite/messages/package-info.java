/**
 * Every message between services, and the order's life that these messages tell.
 *
 * <p>Changed only by adding: a new component is a reference type that may be absent, and nothing is
 * renamed or removed, because old and new revisions of a service read the same queue during a
 * release. Beside each record lies a sample of its JSON, and a test reads them all.
 */
@NullMarked
package com.alexandrite.messages;

import org.jspecify.annotations.NullMarked;
