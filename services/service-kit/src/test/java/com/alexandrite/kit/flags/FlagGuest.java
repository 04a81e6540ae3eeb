package com.alexandrite.kit.flags;

import com.alexandrite.environment.testing.BackingServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A broker user with nothing but the rights of a preview's service where flags are pushed: hear of
 * changes on queues of its own, and tell which version it runs on.
 */
record FlagGuest(BackingServers servers, String name, String password) {

  static FlagGuest in(BackingServers servers) throws IOException, InterruptedException {
    var guest = new FlagGuest(servers, "guest-" + UUID.randomUUID(), UUID.randomUUID().toString());
    guest.put("users/" + guest.name, Map.of("password", guest.password, "tags", ""));
    guest.put(
        "permissions/" + servers.rabbitVhost() + "/" + guest.name,
        Map.of(
            "configure", "^amq\\.gen.*$",
            "write", "^(flags\\.applied|amq\\.gen.*)$",
            "read", "^(flags\\.changed|amq\\.gen.*)$"));
    return guest;
  }

  void leave() throws IOException, InterruptedException {
    send(request("users/" + name).DELETE());
  }

  private void put(String what, Map<String, String> body) throws IOException, InterruptedException {
    String json = JsonMapper.shared().writeValueAsString(body);
    send(request(what).PUT(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String what) {
    String who = servers.rabbitUser() + ":" + servers.rabbitPassword();
    String basic = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + servers.rabbitManagementPort() + "/api/" + what))
        // Its server takes the offer of HTTP/2 and then hangs up.
        .version(HttpClient.Version.HTTP_1_1)
        .header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/json");
  }

  private static void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException("the broker answers " + answer.statusCode() + answer.body());
      }
    }
  }
}
