package com.alexandrite.rollouts.engine.validation;

/**
 * Why a Rollout can't be executed.
 *
 * @param path of the field in the manifest, from the document's root
 * @param field the path as the real controller reports it: without the strategy's name
 * @param problem what is wrong, to be read after the path
 */
public record Problem(
    String path, String field, ErrorType type, Rule rule, String problem, String advice) {}
