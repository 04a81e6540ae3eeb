package com.alexandrite.cli.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of {@code up --json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UpResult(
    boolean healthy,
    List<Component> components,
    Map<String, String> addresses,
    SmokeOrder.@Nullable Result smoke,
    double seconds) {}
