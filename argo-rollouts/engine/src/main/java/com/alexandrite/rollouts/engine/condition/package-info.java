/**
 * The language of success and failure conditions: expr-lang v1.17 as Argo Rollouts uses it.
 *
 * <p>Text goes through the lexer and the parser to a tree, the checker types the tree against the
 * actual value that a metric delivered (so one condition may be valid for one value and not for
 * another), and the evaluator runs it. The way in is {@link
 * com.alexandrite.rollouts.engine.condition.Condition}.
 */
@NullMarked
package com.alexandrite.rollouts.engine.condition;

import org.jspecify.annotations.NullMarked;
