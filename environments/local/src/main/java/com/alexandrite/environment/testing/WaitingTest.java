package com.alexandrite.environment.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test that waits most of its time, for other processes or for a pause to end, and shares nothing
 * with the others of its class. Those marked so run beside each other, a few at a time, in the
 * integration tests of a module whose POM sets {@code test.beside}.
 */
@Test
@Execution(ExecutionMode.CONCURRENT)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WaitingTest {}
