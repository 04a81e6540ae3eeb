/**
 * Finds in Rollouts and AnalysisTemplates what the controller accepts and what nevertheless does
 * not do what somebody wanted: thresholds that nothing reaches, conditions that abort a healthy
 * release for want of data, weights that so few pods can't give. Each group of rules is a class;
 * {@code LintRule} lists them all.
 */
@NullMarked
package com.alexandrite.rollouts.engine.lint;

import org.jspecify.annotations.NullMarked;
