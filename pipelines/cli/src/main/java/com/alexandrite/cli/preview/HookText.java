package com.alexandrite.cli.preview;

import com.alexandrite.cli.platform.Installation;
import java.nio.file.Path;

/**
 * The scripts of the hooks. They talk to the console behind the back of git, for two seconds at
 * most, and succeed in silence whatever comes of it.
 *
 * @param home where the platform keeps its ports and its token
 */
record HookText(Path home) {
  /** Line by which a hook is known to be ours. */
  static final String MARK = "# Written by ./alexandrite preview hook install.";

  private static final String AFTER_COMMIT =
      """
      branch=$(git symbolic-ref --quiet --short HEAD) || exit 0
      (tell "$branch") >/dev/null 2>&1 </dev/null &
      exit 0
      """;

  private static final String AFTER_RECEIVE =
      """
      while read -r _ _ ref; do
        case $ref in
          refs/heads/*) (tell "${ref#refs/heads/}") >/dev/null 2>&1 </dev/null & ;;
        esac
      done
      exit 0
      """;

  static HookText of(Installation installation) {
    return new HookText(installation.home().path().toAbsolutePath().normalize());
  }

  /** For a clone that people work in. */
  String afterCommit() {
    return tell() + AFTER_COMMIT;
  }

  /** For a bare repository that they push to. */
  String afterReceive() {
    return tell() + AFTER_RECEIVE;
  }

  private String tell() {
    return """
    #!/bin/sh
    %s
    # Tells the console which branch moved. It delays nothing and breaks nothing.
    home=%s
    tell() {
      port=$(sed -n 's/.*"edge" *: *\\([0-9]*\\).*/\\1/p' "$home/ports.json") || return
      token=$(cat "$home/secrets/console-token") || return
      branch=$(printf '%%s' "$1" | sed 's/["\\\\]/\\\\&/g')
      # The token by standard input: arguments can be read by everybody.
      printf 'header = "Authorization: Bearer %%s"\\n' "$token" |
        curl --silent --max-time 2 --config - --header "Host: console.localhost:$port" \\
          --header 'Content-Type: application/json' --data "{\\"branch\\":\\"$branch\\"}" \\
          "http://127.0.0.1:$port/api/previews/pushed"
    }
    """
        .formatted(MARK, quoted(home.toString()));
  }

  /** As one word of a shell. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
