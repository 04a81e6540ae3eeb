package com.alexandrite.environment.local;

/**
 * What HAProxy does with a request before it is one of the product: it finds out whose it is. Files
 * are named so that they can be changed while it runs.
 *
 * <p>A request is a preview's when its host has three labels ({@code
 * shop.feature-rings.localhost}), or when it asks a site of the baseline and carries {@code
 * baggage: preview=feature-rings}. Its Host header stays what the client addressed: a redirect, a
 * cookie and the comparison with {@code Origin} are right in both forms.
 */
record EdgeConfiguration(
    String hosts, String previews, String headerRoutes, int port, int consolePort) {

  /** The frontend that customers, staff and programs reach. */
  String frontend() {
    return opening() + previewByHost() + previewByBaggage() + headerRoute() + route();
  }

  private String opening() {
    return """
    frontend edge
      bind 127.0.0.1:%d
      # While it reloads, a connection that waits for its next request is not closed under that request.
      option idle-close-on-response
      # Only the edge says these; what a client claims is dropped.
      http-request del-header x-forwarded- -m beg
      http-request del-header forwarded
      http-request del-header x-alexandrite-preview-host
      http-request set-header X-Forwarded-Host %%[req.hdr(Host)]
      http-request set-header X-Forwarded-Proto http
      # What reached a server may have been done there: only reading is asked a second time.
      http-request disable-l7-retry unless METH_GET
      http-request set-var(txn.host) req.hdr(host),host_only,lower
      http-request set-var(txn.site) 'var(txn.host),map("%s",be_shop)'

    """
        .formatted(port, hosts);
  }

  private static String previewByHost() {
    return """
      acl preview_host var(txn.host) -m reg ^[a-z0-9-]+\\.[a-z0-9-]+\\.localhost\\.?$
      http-request set-var(txn.service) var(txn.host),field(1,.) if preview_host
      http-request set-var(txn.preview) var(txn.host),field(2,.) if preview_host

    """;
  }

  /** Members may stand in one header or in several, each with properties behind semicolons. */
  private static String previewByBaggage() {
    return """
      acl tagged req.hdr(baggage) -m reg -i ^preview[[:space:]]*=[[:space:]]*[^;[:space:]]
      acl console var(txn.site) -m str be_console
      acl name var(txn.preview) -m reg ^[a-z0-9-]{1,28}$
      http-request set-var(txn.service) var(txn.site),bytes(3) if tagged !preview_host !console
      http-request set-var(txn.preview) 'req.hdrs,regsub("(?is)^(?:.*?\\n)?baggage:(?:[^\\n]*?,)?[ \\t]*preview[ \\t]*=[ \\t]*([^;, \\t\\r\\n]+).*$","\\1"),url_dec,lower' if tagged !preview_host !console
      http-request return status 400 content-type text/plain string "The baggage header names a preview that cannot exist: a name has letters, digits and dashes.\\n" if tagged !preview_host !console !name

    """;
  }

  /**
   * Which requests of a site go to its canary whatever the weight says: the map's regular
   * expressions read the site and all headers at once, so that a header of any name is matched
   * without a new configuration.
   */
  private String headerRoute() {
    return """
      http-request set-var(txn.headers) req.hdrs
      http-request set-var(txn.canary) 'var(txn.site),concat(|,txn.headers),map_reg("%s")'
      acl to_canary var(txn.canary),nbsrv -m int gt 0

    """
        .formatted(headerRoutes);
  }

  private String route() {
    return """
      # The program interface is the Shop's.
      http-request set-var(txn.service) str(shop) if { var(txn.service) -m str api }
      acl previewed var(txn.preview) -m found
      http-request set-var(txn.route) var(txn.service),concat(.,txn.preview,.localhost) if previewed
      http-request set-var(txn.port) 'var(txn.route),map_str_int("%1$s")' if previewed
      acl awake var(txn.port) -m found

      # Services pass baggage on, so it must name the preview that the request goes to, and no other. A header with quotes
      # is no baggage, and could be read in two ways.
      http-request del-header baggage if previewed { req.fhdr(baggage) -m sub \\" }
      http-request replace-value baggage (?i)^preview[[:space:]]*=.*$ preview=%%[var(txn.preview)] if previewed
      http-request add-header baggage preview=%%[var(txn.preview)] if previewed !{ req.hdr(baggage) -m beg preview= }

      # A page that was left open reconnects by itself for ever; only somebody who does something wakes a preview or keeps
      # it awake.
      acl stream req.hdr(accept) -m beg -i text/event-stream
      http-request return status 503 content-type text/plain hdr Retry-After 5 string "This part of the preview is asleep.\\n" if previewed !awake stream
      http-request track-sc0 var(txn.preview) table %2$s if awake !stream

      use_backend be_preview if awake
      use_backend be_waker if previewed
      use_backend %%[var(txn.canary)] if to_canary
      use_backend %%[var(txn.site)]

    """
        .formatted(previews, HaproxyServer.USE_TABLE);
  }

  /** Where previews are found: one server without an address of its own, since the map knows it. */
  String previewBackends() {
    return """
    backend %1$s
      stick-table type string len 32 size 1k expire %2$dm store http_req_cnt

    backend be_preview
      retries 20
      retry-on conn-failure
      http-request set-dst-port var(txn.port)
      server preview 127.0.0.1:0

    backend be_waker
      retries 20
      retry-on conn-failure
      http-request set-header X-Alexandrite-Preview-Host %%[var(txn.route)]
      server console 127.0.0.1:%3$d

    """
        .formatted(HaproxyServer.USE_TABLE, HaproxyServer.USE_MEMORY.toMinutes(), consolePort);
  }
}
