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
 * @param budget after this time it is warm enough
 */
@ConfigurationProperties("alexandrite.warm-up")
record WarmUpSettings(
    @DefaultValue List<String> paths,
    @DefaultValue("20") int rounds,
    @DefaultValue("4s") Duration budget) {}
