package com.alexandrite.preview.comment;

import static com.alexandrite.preview.comment.ForgeApi.encoded;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Comments on GitHub's pull requests, by its REST API. */
public final class GithubComments implements CommentPoster {
  private static final Pattern NEXT = Pattern.compile("<[^>]*>;\\s*rel=\"next\"");
  private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
  private static final int NOT_FOUND = 404;

  private final ForgeApi api;
  private final String owner;
  private final String repository;

  /**
   * @param repository {@code owner/name}
   * @throws IllegalArgumentException when it has another form
   */
  public GithubComments(URI api, String repository, String token, InstantSource clock) {
    if (!REPOSITORY.matcher(repository).matches()) {
      throw new IllegalArgumentException("not a repository, owner/name: " + repository);
    }
    this.owner = repository.substring(0, repository.indexOf('/'));
    this.repository = "/repos/" + repository;
    this.api =
        new ForgeApi(
            api,
            Map.of(
                "Authorization", "Bearer " + token,
                "Accept", "application/vnd.github+json",
                "X-GitHub-Api-Version", "2022-11-28"),
            "X-RateLimit-",
            clock);
  }

  @Override
  public Optional<String> request(String branch, boolean alsoClosed)
      throws IOException, ForgeRefused, InterruptedException {
    String state = alsoClosed ? "all" : "open";
    // Newest first is the order that it answers in.
    JsonNode found =
        api.get(
                "%s/pulls?state=%s&head=%s&per_page=1"
                    .formatted(repository, state, encoded(owner + ":" + branch)))
            .content();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).path("number").asString());
  }

  @Override
  public Optional<Comment> find(String request, String marker)
      throws IOException, ForgeRefused, InterruptedException {
    for (int page = 1; ; page++) {
      ForgeApi.Answer answer =
          api.get(
              "%s/issues/%s/comments?per_page=100&page=%d".formatted(repository, request, page));
      for (JsonNode comment : answer.content()) {
        if (comment.path("body").asString("").startsWith(marker)) {
          return Optional.of(
              new Comment(comment.path("id").asString(), comment.path("body").asString()));
        }
      }
      if (!NEXT.matcher(answer.headers().firstValue("Link").orElse("")).find()) {
        return Optional.empty();
      }
    }
  }

  @Override
  public void create(String request, String text)
      throws IOException, ForgeRefused, InterruptedException {
    api.send("POST", repository + "/issues/" + request + "/comments", Map.of("body", text));
  }

  @Override
  public void edit(String request, Comment comment, String text)
      throws IOException, ForgeRefused, InterruptedException {
    try {
      api.send("PATCH", repository + "/issues/comments/" + comment.id(), Map.of("body", text));
    } catch (ForgeRefused refused) {
      if (refused.status() == NOT_FOUND) {
        throw new ForgeBusy("somebody deleted the comment meanwhile", null);
      }
      throw refused;
    }
  }

  @Override
  public String toString() {
    return "GitHub" + repository;
  }
}
