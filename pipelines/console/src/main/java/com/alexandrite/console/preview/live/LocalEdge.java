package com.alexandrite.console.preview.live;

import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.life.Edge;
import com.alexandrite.preview.route.PreviewRoutes;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** The routes in HAProxy. */
record LocalEdge(PreviewRoutes routing) implements Edge {

  /** A question to HAProxy, which may be away. */
  private interface Call<T> {
    T answer() throws IOException;
  }

  @Override
  public Map<String, Integer> routes() throws IOException {
    return asked(routing::all);
  }

  @Override
  public void route(String host, int port) throws IOException {
    asked(() -> {
      routing.put(host, port);
      return host;
    });
  }

  @Override
  public void unroute(String host) throws IOException {
    asked(() -> {
      routing.remove(host);
      return host;
    });
  }

  @Override
  public Map<PreviewName, Instant> lastUses() throws IOException {
    return asked(routing::lastUses);
  }

  private static <T> T asked(Call<T> call) throws IOException {
    try {
      return call.answer();
    } catch (HaproxyUnavailable e) {
      throw new IOException("the edge is away: " + e.getMessage(), e);
    }
  }
}
