package com.alexandrite.kit.flags;

/**
 * Which process asks; rules may look at each as an attribute of the same name.
 *
 * @param service name of the application
 * @param instance name of the process
 * @param version version of its artifact
 * @param environment whose states are in force here
 */
public record FlagInstance(String service, String instance, String version, String environment) {}
