package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewDesk;
import com.alexandrite.preview.PreviewFailure;
import com.alexandrite.preview.PreviewName;
import com.alexandrite.preview.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Somebody asks for a preview: a new one begins, or the branches' own is tried again. */
final class PreviewRequests {

  private final PreviewRecords records;
  private final BranchSource source;
  private final InstantSource clock;

  PreviewRequests(PreviewRecords records, BranchSource source, InstantSource clock) {
    this.records = records;
    this.source = source;
    this.clock = clock;
  }

  /**
   * Notes the wish.
   *
   * @return the preview's name
   * @throws PreviewFailure if there is no such branch, its branches do not fit together, or it is
   *     just being removed
   */
  PreviewName take(PreviewDesk.Request request) throws PreviewFailure {
    Optional<Preview> existing =
        records.all().stream()
            .filter(preview -> preview.branches().equals(request.branches()))
            .findFirst();
    PreviewName name = existing.map(Preview::name).orElseGet(() -> freeName(request.branches()));
    String revision = resolve(name, request.branches());
    Instant now = clock.instant();
    if (existing.isEmpty()) {
      records.add(Preview.begin(name, request.branches(), request.depth(), request.actor(), now));
    } else if (existing.get().removing() != null) {
      throw beingRemoved(name);
    } else {
      records.change(
          name,
          preview ->
              preview
                  .again(revision, request.depth(), now)
                  .noting("asked for again", request.actor(), now));
    }
    return name;
  }

  private static PreviewFailure beingRemoved(PreviewName name) {
    return new PreviewFailure(
        new Problem(
            "being-removed",
            "preview " + name + " is just being removed",
            "ask again in a few seconds"));
  }

  private PreviewName freeName(List<String> branches) {
    PreviewName plain = PreviewName.of(branches);
    return records.find(plain).isPresent() ? PreviewName.distinct(branches) : plain;
  }

  private String resolve(PreviewName name, List<String> branches) throws PreviewFailure {
    try {
      return source.resolve(name, branches);
    } catch (IOException e) {
      throw new PreviewFailure(
          new Problem(
              "git",
              "git does not answer: " + e.getMessage(),
              "look at the checkout with git status"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PreviewFailure(new Problem("interrupted", "the console is stopping", "ask again"));
    }
  }
}
