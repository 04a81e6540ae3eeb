package com.alexandrite.console.view;

/** Both arms of a rollout side by side. */
public record Arms(Arm stable, Arm canary) {}
