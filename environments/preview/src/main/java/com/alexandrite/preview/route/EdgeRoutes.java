package com.alexandrite.preview.route;

import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.environment.haproxy.HaproxyUnavailable;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.life.Edge;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * The edge, as the life of previews asks for it: an edge that is away is a fault to be repeated.
 */
public final class EdgeRoutes implements Edge {

  private final PreviewRoutes routes;

  /** Over the routes of a home. */
  public EdgeRoutes(PreviewRoutes routes) {
    this.routes = routes;
  }

  @Override
  public Map<String, Integer> routes() throws IOException {
    return asking(routes::all);
  }

  @Override
  public void route(String host, int port) throws IOException {
    asking(() -> {
      routes.put(host, port);
      return host;
    });
  }

  @Override
  public void unroute(String host) throws IOException {
    asking(() -> {
      routes.remove(host);
      return host;
    });
  }

  @Override
  public Map<PreviewName, Instant> lastUses() throws IOException {
    return asking(routes::lastUses);
  }

  private interface Question<T> {
    T ask() throws IOException;
  }

  private static <T> T asking(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (HaproxyUnavailable | HaproxyRefusal e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
