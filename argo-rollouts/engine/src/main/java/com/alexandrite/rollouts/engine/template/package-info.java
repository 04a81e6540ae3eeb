/**
 * AnalysisTemplates: reading their metrics from the manifest's tree, joining templates, filling in
 * arguments, checking.
 *
 * <p>A tree is what any YAML or JSON parser delivers: maps with string keys, lists, texts, numbers,
 * booleans, null.
 */
@NullMarked
package com.alexandrite.rollouts.engine.template;

import org.jspecify.annotations.NullMarked;
