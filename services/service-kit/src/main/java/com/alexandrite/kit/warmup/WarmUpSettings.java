package com.alexandrite.kit.warmup;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a fresh process asks itself.
 *
 * @param paths addresses that are asked by GET; none switches the warm-up off
 * @param rounds how often each is asked
 * @param budget after this time it is warm enough; far above the two seconds that it takes on an
 *     idle machine, so that a busy one does not send a cold process into a comparison with a warm
 *     one
 */
@ConfigurationProperties("alexandrite.warm-up")
record WarmUpSettings(
    @DefaultValue List<String> paths,
    @DefaultValue("20") int rounds,
    @DefaultValue("20s") Duration budget) {}
