/**
 * Takes a finished flag out of the code: {@link com.alexandrite.flags.removal.FlagRemoval} gets the
 * files of a checkout and gives back the files that change, or says at which lines a person has to
 * go first. Touches no disk. What is not about the flag keeps every character: code is looked at as
 * a tree and changed as text.
 */
@NullMarked
package com.alexandrite.flags.removal;

import org.jspecify.annotations.NullMarked;
