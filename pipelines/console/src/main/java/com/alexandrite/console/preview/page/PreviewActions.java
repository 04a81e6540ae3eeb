package com.alexandrite.console.preview.page;

import com.alexandrite.console.preview.Previews;
import com.alexandrite.kit.problem.ProblemException;
import com.alexandrite.preview.Depth;
import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the buttons of a preview's page do. */
@Component
class PreviewActions {
  private final Previews previews;

  PreviewActions(Previews previews) {
    this.previews = previews;
  }

  void wake(String name) {
    previews.known(name);
    previews.desk().visited(name, "shop");
  }

  void sleep(String name, String actor) {
    Previews.unlessKnown(previews.desk().sleep(name, actor), name);
  }

  void reset(String name, String actor) {
    Previews.unlessKnown(previews.desk().reset(name, actor), name);
  }

  void pin(String name, boolean pinned, String actor) {
    Previews.unlessKnown(previews.desk().pin(name, pinned, actor), name);
  }

  void delete(String name, String actor) {
    Previews.unlessKnown(previews.desk().delete(name, actor), name);
  }

  /** Looks at the branches now; what was chosen stays chosen. */
  void again(String name, String actor) {
    PreviewView view = previews.known(name);
    @Nullable Depth depth = view.depthForced() ? view.depth() : null;
    try {
      previews.desk().create(new PreviewDesk.Request(view.branches(), depth, actor));
    } catch (PreviewFailure failure) {
      throw ProblemException.conflict(
          failure.problem().code(), failure.problem().what(), failure.problem().action());
    }
  }
}
