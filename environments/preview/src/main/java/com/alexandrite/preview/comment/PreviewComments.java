package com.alexandrite.preview.comment;

import com.alexandrite.preview.PreviewView;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the comments of all previews as they should read. Callers only say what changed; a thread
 * of its own talks to the forge, always with the newest state, and looks once a minute whether a
 * branch that had no open request has one now. Without a forge, nothing is posted.
 */
public final class PreviewComments implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PreviewComments.class);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  /** What a preview's comments should say; {@code gone} edits those that exist. */
  private record Wanted(String name, List<String> branches, String text, boolean gone) {}

  private final @Nullable StickyComment comment;
  private final Function<String, URI> page;
  private final Duration lookAgain;
  private final SequencedMap<String, Wanted> due = new LinkedHashMap<>();
  private final Map<String, Wanted> withoutRequest = new LinkedHashMap<>();
  private final Map<String, String> posted = new HashMap<>();
  private final Object lock = new Object();
  private boolean stopped;
  private @Nullable Thread worker;

  /**
   * @param page a preview's page in the console, by its name
   */
  public PreviewComments(Optional<CommentPoster> forge, Function<String, URI> page) {
    this(forge.map(it -> new StickyComment(it, PreviewComments::sleep)), page, LOOK_AGAIN);
  }

  PreviewComments(Optional<StickyComment> comment, Function<String, URI> page, Duration lookAgain) {
    this.comment = comment.orElse(null);
    this.page = page;
    this.lookAgain = lookAgain;
  }

  /** A preview is another than before; the same text is not posted again. */
  public void changed(PreviewView view) {
    want(
        new Wanted(
            view.name(),
            view.branches(),
            PreviewComment.markdown(view, page.apply(view.name())),
            false));
  }

  /** A preview was removed. */
  public void removed(PreviewView view) {
    want(new Wanted(view.name(), view.branches(), PreviewComment.removed(view), true));
  }

  @Override
  public void close() {
    synchronized (lock) {
      stopped = true;
      if (worker != null) {
        worker.interrupt();
      }
    }
  }

  /** Whether it was closed, or the forge refused and must be configured anew. */
  boolean stopped() {
    synchronized (lock) {
      return stopped;
    }
  }

  private void want(Wanted wanted) {
    synchronized (lock) {
      if (comment == null || stopped || wanted.text().equals(posted.get(wanted.name()))) {
        return;
      }
      withoutRequest.remove(wanted.name());
      due.put(wanted.name(), wanted);
      if (worker == null) {
        worker = Thread.ofVirtual().name("preview-comments").start(() -> work(comment));
      }
      lock.notifyAll();
    }
  }

  private void work(StickyComment sticky) {
    try {
      while (true) {
        put(sticky, next());
      }
    } catch (ForgeRefused refused) {
      giveUp(refused);
    } catch (InterruptedException _) {
      // Closed: nothing more is posted.
      Thread.currentThread().interrupt();
    }
  }

  private Wanted next() throws InterruptedException {
    synchronized (lock) {
      while (due.isEmpty()) {
        lock.wait(withoutRequest.isEmpty() ? 0 : lookAgain.toMillis());
        if (due.isEmpty()) {
          due.putAll(withoutRequest);
          withoutRequest.clear();
        }
      }
      return due.pollFirstEntry().getValue();
    }
  }

  private void put(StickyComment sticky, Wanted wanted) throws ForgeRefused, InterruptedException {
    boolean everywhere = true;
    try {
      String marker = PreviewComment.marker(wanted.name());
      for (String branch : wanted.branches()) {
        if (wanted.gone()) {
          sticky.replace(branch, marker, wanted.text());
        } else {
          everywhere &= sticky.put(branch, marker, wanted.text());
        }
      }
    } catch (IOException e) {
      log.warn("The comment of {} is old: {}. It is tried again.", wanted.name(), e.getMessage());
      everywhere = false;
    }
    done(wanted, everywhere);
  }

  private void done(Wanted wanted, boolean everywhere) {
    synchronized (lock) {
      if (wanted.gone() && everywhere) {
        posted.remove(wanted.name());
      } else if (everywhere) {
        posted.put(wanted.name(), wanted.text());
      } else if (!due.containsKey(wanted.name())) {
        withoutRequest.put(wanted.name(), wanted);
      }
    }
  }

  private void giveUp(ForgeRefused refused) {
    synchronized (lock) {
      stopped = true;
    }
    log.warn(
        "Comments on previews are not posted any more: {}. Check that ALEXANDRITE_GITHUB_TOKEN and"
            + " _REPOSITORY (or ALEXANDRITE_GITLAB_TOKEN and _PROJECT) are right and that the token"
            + " may read and write comments, then start the console again.",
        refused.getMessage());
  }

  private static void sleep(Duration time) throws InterruptedException {
    boolean _ = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
