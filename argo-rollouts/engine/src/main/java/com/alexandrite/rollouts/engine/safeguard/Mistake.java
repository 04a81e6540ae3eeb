package com.alexandrite.rollouts.engine.safeguard;

/**
 * Why a safeguard can't be kept.
 *
 * @param path of the annotation in the manifest
 * @param problem what is wrong, to be read after the path
 */
public record Mistake(String path, String problem, String advice) {}
