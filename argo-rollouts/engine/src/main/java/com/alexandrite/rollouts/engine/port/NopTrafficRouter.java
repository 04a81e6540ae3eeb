package com.alexandrite.rollouts.engine.port;

import org.jspecify.annotations.Nullable;

/** Routes nothing and can't tell. */
public final class NopTrafficRouter implements TrafficRouter {

  @Override
  public void route(TrafficSplit split) {}

  @Override
  public @Nullable Boolean verify(TrafficSplit split) {
    return null;
  }

  @Override
  public void selectService(String service, String hash) {}
}
