package com.alexandrite.cli.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A preview as the console tells it, as far as the terminal shows it. */
record Preview(JsonNode json) {

  /** One service in it. */
  record Service(String name, String origin, String revision, String state, String message) {}

  String name() {
    return word("name");
  }

  List<String> branches() {
    List<String> branches = new ArrayList<>();
    json.path("branches").forEach(branch -> branches.add(branch.asString("")));
    return branches;
  }

  /** {@code READY}, {@code FAILED} and so on. */
  String phase() {
    return word("phase");
  }

  String depth() {
    return word("depth");
  }

  /** Full revision; empty before the first look. */
  String revision() {
    return word("revision");
  }

  boolean ready() {
    return phase().equals("READY");
  }

  boolean failed() {
    return phase().equals("FAILED");
  }

  boolean asleep() {
    return phase().equals("ASLEEP");
  }

  /** What happens now; what went wrong; the place in the line. */
  String message() {
    int place = json.path("queuePlace").asInt(0);
    if (failed()) {
      return json.path("problem").path("what").asString("");
    }
    return word("message").isEmpty() && place > 0
        ? "number " + place + " in the line for memory"
        : word("message");
  }

  /** What to do about its problem; empty when it has none. */
  String action() {
    return json.path("problem").path("action").asString("");
  }

  /** What the log says of its problem. */
  String detail() {
    return json.path("problem").path("detail").asString("");
  }

  Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    json.path("addresses")
        .properties()
        .forEach(site -> addresses.put(site.getKey(), site.getValue().asString("")));
    return addresses;
  }

  List<Service> services() {
    List<Service> services = new ArrayList<>();
    json.path("services")
        .forEach(service ->
            services.add(
                new Service(
                    service.path("name").asString(""),
                    service.path("origin").asString("").toLowerCase(Locale.ROOT),
                    service.path("revision").asString(""),
                    service.path("state").asString(""),
                    service.path("message").asString(""))));
    return services;
  }

  /** A time in seconds such as {@code readySeconds}; empty when it is not known. */
  String seconds(String field) {
    JsonNode seconds = json.path(field);
    return seconds.isNumber() ? String.format(Locale.ROOT, "%.1f s", seconds.asDouble()) : "";
  }

  long megabytes() {
    return json.path("memoryBytes").asLong(0) / 1_000_000;
  }

  boolean pinned() {
    return json.path("pinned").asBoolean(false);
  }

  String word(String field) {
    return json.path(field).asString("");
  }
}
