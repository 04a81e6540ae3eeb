package com.alexandrite.flags;

import static com.alexandrite.flags.Documents.CATALOGUE;
import static com.alexandrite.flags.Documents.VIEWER;
import static com.alexandrite.flags.Documents.document;
import static com.alexandrite.flags.Documents.enabled;
import static com.alexandrite.flags.Documents.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Documents come by push and by polling at once, while requests ask. */
class ConcurrentApplyTest {
  private static final int WRITERS = 4;
  private static final long VERSIONS = 500;

  @RepeatedTest(5)
  void theNewestDocumentWinsAndNoReaderSeesTimeGoBack() throws Exception {
    LiveFlags flags = new LiveFlags(CATALOGUE, false);
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<Boolean> reader = threads.submit(() -> seesOnlyGrowingVersions(flags, done));
      List<Callable<Boolean>> writers =
          IntStream.range(0, WRITERS)
              .<Callable<Boolean>>mapToObj(seed -> writer(flags, seed))
              .toList();
      for (Future<Boolean> writer : threads.invokeAll(writers)) {
        assertThat(writer.get()).as("the newest document is in force once applied").isTrue();
      }
      done.set(true);
      assertThat(reader.get()).isTrue();
    }
    assertThat(flags.document().orElseThrow().version()).isEqualTo(VERSIONS);
  }

  private static Callable<Boolean> writer(LiveFlags flags, int seed) {
    List<Long> versions = LongStream.rangeClosed(1, VERSIONS).boxed().collect(Collectors.toList());
    Collections.shuffle(versions, new Random(seed));
    return () -> {
      boolean newest = false;
      for (long version : versions) {
        // The share tells the version, so that a mixture of two documents would be seen.
        boolean applied = flags.apply(document(version, enabled(VIEWER, on((int) version))));
        newest |= applied && version == VERSIONS;
      }
      return newest;
    };
  }

  private static boolean seesOnlyGrowingVersions(LiveFlags flags, AtomicBoolean done) {
    EvaluationContext anna = Documents.user(1);
    int bucket = new Buckets("salt", VIEWER.key()).of("user-1");
    long seen = 0;
    while (!done.get()) {
      Decision<Boolean> decision = flags.decide(VIEWER, anna);
      boolean isOfOneDocument = decision.value() == bucket < decision.version();
      if (decision.version() < seen || !isOfOneDocument) {
        return false;
      }
      seen = decision.version();
    }
    return true;
  }

  @Test
  void noEvaluationIsLostInTheCount() throws Exception {
    LiveFlags flags = new LiveFlags(CATALOGUE, false);
    Callable<Boolean> asking =
        () -> IntStream.range(0, 10_000).noneMatch(at -> flags.isOn(VIEWER, Documents.user(at)));
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (Future<Boolean> all : threads.invokeAll(Collections.nCopies(WRITERS, asking))) {
        assertThat(all.get()).isTrue();
      }
    }
    assertThat(flags.evaluations(VIEWER, Flag.OFF)).isEqualTo(WRITERS * 10_000L);
  }
}
