/**
 * What a call costs, measured by JMH. Each class asks one product the same questions, so that the
 * figures of one run can be compared.
 */
@NullMarked
package com.alexandrite.perf.micro;

import org.jspecify.annotations.NullMarked;
