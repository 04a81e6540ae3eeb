/** Files and folders, whoever owns them. */
@NullMarked
package com.alexandrite.environment.files;

import org.jspecify.annotations.NullMarked;
