@NullMarked
package com.alexandrite.perf.micro;

import org.jspecify.annotations.NullMarked;
