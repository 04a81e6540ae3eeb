package com.alexandrite.flags.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs a test, or a class with all its tests, in the states of those flags that it asks. The test
 * takes a parameter of type {@link com.alexandrite.flags.Flags} or {@link FixedFlags} and hands it
 * to the code under test. In the first run every flag has its fallback; the flags that were asked
 * are varied in further runs, and so is a flag that only a later run asks. A flag that the test
 * itself sets is not varied.
 *
 * <p>The display name, the report entry {@code flags} and each failure say which states a run had.
 *
 * <p>One run decides about the next, so the runs of one test follow each other in one thread;
 * beside other tests they may run in parallel.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ClassTemplate
@ExtendWith(OverFlags.class)
@Execution(ExecutionMode.SAME_THREAD)
public @interface TestOverFlags {

  /** Which states are tried. */
  Vary value() default Vary.EACH;

  /** Which states are tried. */
  enum Vary {
    /** Each flag in each of its variants, while the others have their fallbacks. */
    EACH,
    /** Every pair of variants of every two flags, in few runs. */
    PAIRWISE
  }
}
