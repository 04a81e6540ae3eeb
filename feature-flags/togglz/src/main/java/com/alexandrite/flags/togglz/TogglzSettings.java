package com.alexandrite.flags.togglz;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a process's flags are in force, and who may change them in Togglz's console.
 *
 * @param environment {@code local}, {@code staging}, {@code production}, or a preview's name
 * @param staff authorities of those who may use the console
 */
@ConfigurationProperties("alexandrite.flags")
record TogglzSettings(
    @DefaultValue("local") String environment,
    @DefaultValue({"ROLE_SELLER", "ROLE_OPERATOR", "ROLE_RELEASE_MANAGER"}) Set<String> staff) {}
