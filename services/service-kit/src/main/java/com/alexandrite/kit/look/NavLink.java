package com.alexandrite.kit.look;

/**
 * A link of the main navigation.
 *
 * @param href path inside the application
 * @param label message key of the text
 * @param icon name of an icon of the sprite
 */
public record NavLink(String href, String label, String icon) {}
