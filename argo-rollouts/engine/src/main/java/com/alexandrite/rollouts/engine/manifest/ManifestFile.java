package com.alexandrite.rollouts.engine.manifest;

/** A file of YAML documents; the name is used in refusals only. */
public record ManifestFile(String name, String text) {}
