/**
 * The data of previews: templates made from the baseline's databases without anybody's name, clones
 * of them with a role of their own, and the branch's migrations on the clones.
 */
@NullMarked
package com.alexandrite.preview.data;

import org.jspecify.annotations.NullMarked;
