package com.alexandrite.preview.comment;

import static com.alexandrite.preview.comment.ForgeApi.encoded;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Notes on GitLab's merge requests, by its REST API. */
public final class GitlabComments implements CommentPoster {
  private static final int NOT_FOUND = 404;

  private final ForgeApi api;
  private final String project;

  /**
   * @param project its number, or its path with slashes
   */
  public GitlabComments(URI api, String project, String token, InstantSource clock) {
    this.project = "/projects/" + encoded(project);
    this.api = new ForgeApi(api, Map.of("PRIVATE-TOKEN", token), "RateLimit-", clock);
  }

  @Override
  public Optional<String> request(String branch, boolean alsoClosed)
      throws IOException, ForgeRefused, InterruptedException {
    JsonNode found =
        api.get(
                "%s/merge_requests?source_branch=%s%s&order_by=created_at&sort=desc&per_page=100"
                    .formatted(project, encoded(branch), alsoClosed ? "" : "&state=opened"))
            .content();
    for (JsonNode request : found) {
      // A fork's branch may have the same name; it is not the one that the preview shows.
      if (request.path("source_project_id").equals(request.path("target_project_id"))) {
        return Optional.of(request.path("iid").asString());
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Comment> find(String request, String marker)
      throws IOException, ForgeRefused, InterruptedException {
    String page = "1";
    while (!page.isBlank()) {
      ForgeApi.Answer answer =
          api.get(notes(request) + "?sort=asc&order_by=created_at&per_page=100&page=" + page);
      for (JsonNode note : answer.content()) {
        if (note.path("body").asString("").startsWith(marker)) {
          return Optional.of(new Comment(note.path("id").asString(), note.path("body").asString()));
        }
      }
      page = answer.headers().firstValue("X-Next-Page").orElse("");
    }
    return Optional.empty();
  }

  @Override
  public void create(String request, String text)
      throws IOException, ForgeRefused, InterruptedException {
    api.send("POST", notes(request), Map.of("body", text));
  }

  @Override
  public void edit(String request, Comment comment, String text)
      throws IOException, ForgeRefused, InterruptedException {
    try {
      api.send("PUT", notes(request) + "/" + comment.id(), Map.of("body", text));
    } catch (ForgeRefused refused) {
      if (refused.status() == NOT_FOUND) {
        throw new ForgeBusy("somebody deleted the comment meanwhile", null);
      }
      throw refused;
    }
  }

  private String notes(String request) {
    return project + "/merge_requests/" + request + "/notes";
  }

  @Override
  public String toString() {
    return "GitLab" + project;
  }
}
