package com.alexandrite.kit.telemetry;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which process this is, set by whoever starts it.
 *
 * @param version version of the artifact
 * @param instance name of the process
 */
@ConfigurationProperties("alexandrite")
record InstanceSettings(
    @DefaultValue("dev") String version, @DefaultValue("local") String instance) {}
