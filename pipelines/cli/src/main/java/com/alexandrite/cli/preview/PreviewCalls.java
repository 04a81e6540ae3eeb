package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.rollouts.ConsoleCalls;
import com.alexandrite.cli.terminal.CommandFailed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The console's API of previews; its refusals end the command with a next step. */
record PreviewCalls(Installation installation) {
  private static final String ALL = "/api/previews";
  private static final String AFTER_REFUSAL = "./alexandrite preview list";

  /** The previews of this installation. */
  static PreviewCalls current() {
    return new PreviewCalls(Installation.current());
  }

  /** All of them, with what belongs to none. */
  JsonNode overview() throws InterruptedException {
    return ask(console -> console.get(ALL));
  }

  /**
   * The preview of that name, or else of that branch.
   *
   * @throws CommandFailed when there is none
   */
  Preview find(String nameOrBranch) throws InterruptedException {
    List<Preview> all = previews(overview());
    return all.stream()
        .filter(preview -> preview.name().equals(nameOrBranch))
        .findFirst()
        .or(() ->
            all.stream().filter(preview -> preview.branches().contains(nameOrBranch)).findFirst())
        .orElseThrow(() -> unknown(nameOrBranch, all));
  }

  /** The previews in an overview. */
  static List<Preview> previews(JsonNode overview) {
    List<Preview> previews = new ArrayList<>();
    overview.path("previews").forEach(preview -> previews.add(new Preview(preview)));
    return previews;
  }

  /** By its name. */
  Preview get(String name) throws InterruptedException {
    return new Preview(ask(console -> console.get(path(name))));
  }

  Preview create(List<String> branches, @Nullable String depth) throws InterruptedException {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("branches", branches);
    if (depth != null) {
      request.put("depth", depth);
    }
    return new Preview(ask(console -> console.post(ALL, request)));
  }

  void delete(String name) throws InterruptedException {
    JsonNode _ = ask(console -> console.delete(path(name)));
  }

  void act(String name, String action) throws InterruptedException {
    JsonNode _ = ask(console -> console.post(path(name) + "/" + action, Map.of()));
  }

  JsonNode share(String name, int hours) throws InterruptedException {
    return ask(console -> console.post(path(name) + "/share", Map.of("hours", hours)));
  }

  void pin(String name, boolean pinned) throws InterruptedException {
    JsonNode _ = ask(console -> console.put(path(name) + "/pin", Map.of("pinned", pinned)));
  }

  List<String> log(String name, String service, int lines) throws InterruptedException {
    String path = path(name) + "/logs/" + encoded(service) + "?lines=" + lines;
    return ask(console -> console.text(path)).lines().toList();
  }

  String comment(String name) throws InterruptedException {
    return ask(console -> console.text(path(name) + "/comment"));
  }

  void pushed(String branch) throws InterruptedException {
    JsonNode _ = ask(console -> console.post(ALL + "/pushed", Map.of("branch", branch)));
  }

  private <T> T ask(ConsoleCalls.Call<T> call) throws InterruptedException {
    return ConsoleCalls.ask(installation, call, AFTER_REFUSAL);
  }

  static String path(String name) {
    return ALL + "/" + encoded(name);
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static CommandFailed unknown(String nameOrBranch, List<Preview> all) {
    String known = all.stream().map(Preview::name).collect(Collectors.joining(", "));
    return new CommandFailed(
        "There is no preview called " + nameOrBranch + ", and none of a branch of that name.",
        known.isEmpty()
            ? "./alexandrite preview create " + nameOrBranch
            : "one of " + known + "; or ./alexandrite preview create " + nameOrBranch);
  }
}
