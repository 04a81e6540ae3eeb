/** Data of previews on a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package com.alexandrite.preview.data;
