package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewName;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where previews are reached.
 *
 * @param edgePort port of the edge on loopback
 */
public record Addresses(int edgePort) {

  /** What a browser opens for a site of a preview. */
  String site(String site, PreviewName name) {
    return "http://" + Hosts.host(site, name) + ":" + edgePort;
  }

  /** All sites, by name. */
  Map<String, String> all(PreviewName name) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String service : Product.SITES) {
      Product.hosts(service).forEach(site -> all.put(site, site(site, name)));
    }
    return all;
  }

  /** The preview's page in the console. */
  public String page(PreviewName name) {
    return "http://console.localhost:" + edgePort + "/previews/" + name;
  }
}
