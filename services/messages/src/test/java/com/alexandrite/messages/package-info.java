/** Tests of the messages. */
@NullMarked
package com.alexandrite.messages;

import org.jspecify.annotations.NullMarked;
