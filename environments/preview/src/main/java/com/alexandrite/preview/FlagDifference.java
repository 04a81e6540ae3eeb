package com.alexandrite.preview;

/**
 * A flag whose state in the preview is another than in the environment that it began with.
 *
 * @param key of the flag
 * @param before state there, as a word
 * @param after state in the preview
 * @param byBranch whether a file of the branch says so; otherwise somebody switched it
 */
public record FlagDifference(String key, String before, String after, boolean byBranch) {}
