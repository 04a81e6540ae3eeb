package com.alexandrite.pricing.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the worker.
 *
 * @param maxModelSize larger files are refused without being fetched
 * @param measuringThreads models that are measured at the same time; they share two thirds of the
 *     heap
 * @param measuringLimit longest time for one model
 * @param downloadLimit longest time for fetching one model
 * @param quoteValidity how long a customer may accept a quote
 * @param cachedFor how long a measurement is remembered
 */
@Validated
@ConfigurationProperties("alexandrite.pricing")
record PricingSettings(
    @DefaultValue("64MB") DataSize maxModelSize,
    @DefaultValue("1") @Min(1) @Max(2) int measuringThreads,
    @DefaultValue("30s") Duration measuringLimit,
    @DefaultValue("60s") Duration downloadLimit,
    @DefaultValue("14d") Duration quoteValidity,
    @DefaultValue("30d") Duration cachedFor) {}
