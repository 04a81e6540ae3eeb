/** What pages and programs read about flags. */
@NullMarked
package com.alexandrite.flags.server.desk;

import org.jspecify.annotations.NullMarked;
