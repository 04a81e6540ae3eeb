@NullMarked
package com.alexandrite.console.page;

import org.jspecify.annotations.NullMarked;
