package com.alexandrite.rollouts.engine.validation;

/**
 * Why a Rollout can't be executed.
 *
 * @param path of the field, from the document's root
 */
public record Problem(String path, String problem, String advice) {}
