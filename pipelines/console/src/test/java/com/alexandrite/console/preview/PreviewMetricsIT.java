package com.alexandrite.console.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.preview.Phase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreviewMetricsIT {
  @RegisterExtension static final PreviewConsole console = new PreviewConsole();

  @Test
  void theConsoleCountsPreviewsAndWhatBelongsToNone() throws Exception {
    SamplePreviews.all(Instant.now()).forEach(console.desk()::lay);
    console.desk().lay(SamplePreviews.of("again", "again", Phase.READY, "", null, Instant.now()));

    assertThat(console.metrics())
        .contains("alexandrite_preview_orphans{kind=\"vhost\"} 0.0")
        .contains("alexandrite_previews{phase=\"READY\"} 2.0")
        .contains("alexandrite_previews{phase=\"FAILED\"} 1.0")
        .contains("alexandrite_preview_memory_bytes 8.02E8")
        .containsPattern("alexandrite_preview_ready_seconds_count [1-9]");
  }
}
