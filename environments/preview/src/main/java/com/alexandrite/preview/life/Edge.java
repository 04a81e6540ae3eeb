package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewName;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** The routes of previews in the edge. A host without a route is answered by the console. */
public interface Edge {

  /** Host ({@code shop.feature-rings.localhost}) to port on loopback. */
  Map<String, Integer> routes() throws IOException;

  /** From now on requests for this host go to this port. */
  void route(String host, int port) throws IOException;

  /** From now on the console answers for this host. */
  void unroute(String host) throws IOException;

  /** When the last request for each preview came, as far as the edge remembers. */
  Map<PreviewName, Instant> lastUses() throws IOException;
}
