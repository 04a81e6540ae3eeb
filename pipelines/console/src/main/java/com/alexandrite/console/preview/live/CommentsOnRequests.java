package com.alexandrite.console.preview.live;

import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewView;
import com.alexandrite.preview.comment.PreviewComments;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Has the comment on a branch's request say what its preview is now, and that it is gone. */
final class CommentsOnRequests implements AutoCloseable {

  private final PreviewDesk desk;
  private final PreviewComments comments;
  private final Map<String, PreviewView> last = new ConcurrentHashMap<>();
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

  CommentsOnRequests(PreviewDesk desk, PreviewComments comments) {
    this.desk = desk;
    this.comments = comments;
    desk.overview().previews().forEach(view -> last.put(view.name(), view));
    desk.onChange(name -> one.execute(() -> tell(name)));
  }

  private void tell(String name) {
    Optional<PreviewView> view = desk.find(name);
    if (view.isPresent()) {
      last.put(name, view.get());
      comments.changed(view.get());
    } else {
      Optional.ofNullable(last.remove(name)).ifPresent(comments::removed);
    }
  }

  @Override
  public void close() {
    one.shutdownNow();
    comments.close();
  }
}
