/** New documents reach the instances through RabbitMQ. */
@NullMarked
package com.alexandrite.flags.server.push;

import org.jspecify.annotations.NullMarked;
