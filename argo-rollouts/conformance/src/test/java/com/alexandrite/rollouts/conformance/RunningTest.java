package com.alexandrite.rollouts.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.rollouts.engine.conformance.FileReport;
import com.alexandrite.rollouts.engine.conformance.FileReport.Deviation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run makes of rows, whatever is in the files. */
class RunningTest {

  private static final String SURGE = "{'replicas':4,'weight':25,'maxWeight':100,'maxSurge':0}";

  @TempDir private Path folder;

  @Test
  void namesEveryDeviationWithBothOutcomes() throws IOException {
    FileReport report =
        run(
            row("right", "approximateReplicas", SURGE, "{'canary':1,'stable':3}"),
            row("wrong", "approximateReplicas", SURGE, "{'canary':2,'stable':3}"));

    assertThat(report.equal()).isEqualTo(1);
    assertThat(report.deviations())
        .containsExactly(new Deviation("wrong", "{canary=2}", "{canary=1}"));
    assertThat(report.good()).isFalse();
  }

  @Test
  void aFieldThatNobodyAnswersIsADeviation() throws IOException {
    FileReport report =
        run(row("more", "approximateReplicas", SURGE, "{'canary':1,'stable':3,'other':1}"));

    assertThat(report.deviations())
        .containsExactly(new Deviation("more", "{other=1}", "{other=null}"));
  }

  @Test
  void doesNotExecuteWhatItDoesNotKnow() throws IOException {
    FileReport report = run(row("new", "somethingNew", "{}", "{}"), "{'id':'bare'}");

    assertThat(report.notExecuted()).containsOnlyKeys("fn somethingNew", "fn ");
    assertThat(report.good()).isFalse();
  }

  @Test
  void aRowThatThrowsOrIsNoneIsADeviation() throws IOException {
    FileReport report = run(row("odd", "worstPhase", "{'left':'x','right':'y'}", "{}"), "{nothing");

    assertThat(report.deviations()).extracting(Deviation::id).containsExactly("odd", "line 2");
    assertThat(report.deviations().getFirst().actual()).startsWith("threw ");
  }

  @Test
  void tellsWhatIsOtherwiseOnPurpose() throws IOException {
    String sensitive =
        row("late", "approximateReplicas", SURGE, "{'canary':2,'stable':3}")
            .replaceFirst("\\{", "{\"sensitiveTo\":[\"B\"],");

    FileReport report = run(sensitive);

    assertThat(report.deviations()).isEmpty();
    assertThat(report.decided())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.id()).isEqualTo("late");
          assertThat(row.reason()).contains("order of events");
          assertThat(row.expected()).isEqualTo("{canary=2}");
        });
    assertThat(report.good()).isTrue();
  }

  @Test
  void findsPlainAndGzippedFilesInAllFolders() throws IOException {
    Files.createDirectories(folder.resolve("deep"));
    Files.writeString(folder.resolve("a.jsonl"), "\n");
    try (OutputStream file = Files.newOutputStream(folder.resolve("deep/b.jsonl.gz"));
        OutputStream packed = new GZIPOutputStream(file)) {
      packed.write("{\"id\":\"one\"}\n".getBytes(StandardCharsets.UTF_8));
    }

    List<VectorFile> files = VectorFile.in(folder);

    assertThat(files).extracting(VectorFile::name).containsExactly("a.jsonl", "deep/b.jsonl");
    assertThat(files.getLast().rows()).hasSize(1);
    assertThat(VectorFile.in(folder.resolve("missing"))).isEmpty();
  }

  private static String row(String id, String fn, String in, String want) {
    return "{'id':'%s','fn':'%s','in':%s,'want':%s}".formatted(id, fn, in, want).replace('\'', '"');
  }

  private FileReport run(String... rows) throws IOException {
    Files.writeString(folder.resolve("rows.jsonl"), String.join("\n", rows).replace('\'', '"'));
    return new Conformance().run(VectorFile.in(folder), report -> {}).getFirst();
  }
}
