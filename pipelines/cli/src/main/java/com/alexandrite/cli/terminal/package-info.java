/** What a command shows: for people, or as JSON lines for programs. */
@NullMarked
package com.alexandrite.cli.terminal;

import org.jspecify.annotations.NullMarked;
