package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The same call to several resources at once; the first that fails is told after all have ended.
 */
final class Together {

  private Together() {}

  /** One call for each resource. */
  interface Call {
    void on(PreviewResource resource) throws Exception;
  }

  static void each(List<PreviewResource> resources, Call call)
      throws IOException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls = new ArrayList<>();
      for (PreviewResource resource : resources) {
        calls.add(
            threads.submit(() -> {
              call.on(resource);
              return resource;
            }));
      }
      ExecutionException first = null;
      for (Future<?> each : calls) {
        try {
          each.get();
        } catch (ExecutionException e) {
          first = first == null ? e : first;
        }
      }
      if (first != null) {
        Throwable cause = first.getCause();
        if (cause instanceof Error error) {
          throw error;
        }
        throw cause instanceof IOException io
            ? io
            : new IOException(cause == null ? first.toString() : cause.getMessage(), cause);
      }
    }
  }
}
