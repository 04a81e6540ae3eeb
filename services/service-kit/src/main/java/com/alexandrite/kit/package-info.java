/**
 * What all services share and nothing more; each package below is one capability that switches
 * itself on.
 *
 * <p>Imports no module of the project but the flags' facade: a service hands its own types in.
 */
@NullMarked
package com.alexandrite.kit;

import org.jspecify.annotations.NullMarked;
