package com.alexandrite.preview.comment;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One comment on one request: made once, then edited in place, and left alone while its text is the
 * same. A try that fails for now is repeated from the beginning, so that an answer that got lost
 * makes no second comment.
 */
final class StickyComment {
  private static final Logger log = LoggerFactory.getLogger(StickyComment.class);
  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final CommentPoster forge;
  private final Pause pause;

  StickyComment(CommentPoster forge, Pause pause) {
    this.forge = forge;
    this.pause = pause;
  }

  /** How time passes between two tries. */
  @FunctionalInterface
  interface Pause {
    void await(Duration time) throws InterruptedException;
  }

  /** Returns false when the branch has no open request. */
  boolean put(String branch, String marker, String text)
      throws IOException, ForgeRefused, InterruptedException {
    return trying(() -> {
      Optional<String> request = forge.request(branch, false);
      if (request.isPresent()) {
        Optional<CommentPoster.Comment> comment = forge.find(request.get(), marker);
        if (comment.isPresent()) {
          edit(request.get(), comment.get(), text);
        } else {
          forge.create(request.get(), text);
        }
      }
      return request.isPresent();
    });
  }

  /** Edits the comment when there is one, also on a closed request. */
  void replace(String branch, String marker, String text)
      throws IOException, ForgeRefused, InterruptedException {
    boolean _ =
        trying(() -> {
          Optional<String> request = forge.request(branch, true);
          if (request.isEmpty()) {
            return false;
          }
          Optional<CommentPoster.Comment> comment = forge.find(request.get(), marker);
          if (comment.isPresent()) {
            edit(request.get(), comment.get(), text);
          }
          return comment.isPresent();
        });
  }

  private void edit(String request, CommentPoster.Comment comment, String text)
      throws IOException, ForgeRefused, InterruptedException {
    if (!same(comment.text(), text)) {
      forge.edit(request, comment, text);
    }
  }

  /** Forges change line ends and cut white space at the end. */
  private static boolean same(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.strip());
  }

  @FunctionalInterface
  private interface Try {
    boolean once() throws IOException, ForgeRefused, InterruptedException;
  }

  private boolean trying(Try work) throws IOException, ForgeRefused, InterruptedException {
    Duration usual = FIRST_PAUSE;
    for (int number = 1; ; number++) {
      try {
        return work.once();
      } catch (IOException busy) {
        if (number == TRIES) {
          throw busy;
        }
        Duration wait = busy instanceof ForgeBusy told ? told.pause().orElse(usual) : usual;
        log.info("{} cannot answer now ({}); again in {}", forge, busy.getMessage(), wait);
        pause.await(wait);
        usual = usual.multipliedBy(2);
      }
    }
  }
}
