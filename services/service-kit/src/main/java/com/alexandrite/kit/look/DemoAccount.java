package com.alexandrite.kit.look;

/**
 * An account that a visitor of a demonstration may use with one click.
 *
 * @param account login name
 * @param name the person's name, as shown
 * @param description message key of what this person does here
 */
public record DemoAccount(String account, String name, String description) {}
