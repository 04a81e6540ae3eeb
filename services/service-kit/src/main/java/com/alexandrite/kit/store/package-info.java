/** Large files behind a claim check, in a store that speaks S3. */
@NullMarked
package com.alexandrite.kit.store;

import org.jspecify.annotations.NullMarked;
