package com.alexandrite.preview.comment;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Comments of a forge. Calls throw {@link ForgeBusy} when they may be tried again and {@link
 * ForgeRefused} when that would help nobody.
 */
public interface CommentPoster {

  /** A comment, with the text that it has now. */
  record Comment(String id, String text) {}

  /**
   * The newest pull or merge request of a branch of the repository itself.
   *
   * @param alsoClosed whether one that is closed or merged will do
   */
  Optional<String> request(String branch, boolean alsoClosed)
      throws IOException, ForgeRefused, InterruptedException;

  /** The first comment on it that begins with the marker, looked for on all pages. */
  Optional<Comment> find(String request, String marker)
      throws IOException, ForgeRefused, InterruptedException;

  /** Writes a new comment. */
  void create(String request, String text) throws IOException, ForgeRefused, InterruptedException;

  /** Gives a comment another text. */
  void edit(String request, Comment comment, String text)
      throws IOException, ForgeRefused, InterruptedException;

  /**
   * The one that the environment configures: {@code ALEXANDRITE_GITHUB_TOKEN} with {@code
   * ALEXANDRITE_GITHUB_REPOSITORY}, or {@code ALEXANDRITE_GITLAB_TOKEN} with {@code
   * ALEXANDRITE_GITLAB_PROJECT}; {@code …_API} leads to a server of one's own. Empty when neither
   * has both.
   *
   * @throws IllegalArgumentException when an API's address or the repository is malformed
   */
  static Optional<CommentPoster> configured(Map<String, String> environment, InstantSource clock) {
    Settings github = Settings.of(environment, "GITHUB", "REPOSITORY", "https://api.github.com");
    if (github.complete()) {
      return Optional.of(new GithubComments(github.api(), github.place(), github.token(), clock));
    }
    Settings gitlab = Settings.of(environment, "GITLAB", "PROJECT", "https://gitlab.com/api/v4");
    return gitlab.complete()
        ? Optional.of(new GitlabComments(gitlab.api(), gitlab.place(), gitlab.token(), clock))
        : Optional.empty();
  }

  /** What the environment says of one forge. */
  record Settings(URI api, String place, String token) {
    private static Settings of(
        Map<String, String> environment, String forge, String place, String api) {
      String begin = "ALEXANDRITE_" + forge + "_";
      return new Settings(
          URI.create(environment.getOrDefault(begin + "API", api)),
          environment.getOrDefault(begin + place, ""),
          environment.getOrDefault(begin + "TOKEN", ""));
    }

    private boolean complete() {
      return !place.isBlank() && !token.isBlank();
    }

    @Override
    public String toString() {
      return "Settings[" + api + ", " + place + "]";
    }
  }
}
