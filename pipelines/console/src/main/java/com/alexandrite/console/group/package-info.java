/**
 * Several services as one release: {@link com.alexandrite.console.group.ReleaseGroups} begins and
 * stops it, {@link com.alexandrite.console.group.GroupPass} carries it on.
 */
@NullMarked
package com.alexandrite.console.group;

import org.jspecify.annotations.NullMarked;
