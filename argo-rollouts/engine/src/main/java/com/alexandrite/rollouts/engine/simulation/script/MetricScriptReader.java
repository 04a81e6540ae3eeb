package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.manifest.Fields;
import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.Data;
import com.alexandrite.rollouts.engine.simulation.script.Points.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is said of one metric. */
final class MetricScriptReader {

  private final List<AnalysisTemplate> templates;
  private final ScriptReader.Recordings recordings;
  private final Times times;

  MetricScriptReader(
      List<AnalysisTemplate> templates, ScriptReader.Recordings recordings, Times times) {
    this.templates = templates;
    this.recordings = recordings;
    this.times = times;
  }

  MetricScript read(Fields fields) {
    String template = fields.text("template");
    String metric = fields.text("metric");
    String query = fields.text("query");
    if (template.isEmpty() && metric.isEmpty() && query.isEmpty()) {
      fields.problem("", "names no metric", "Write its metric, template, or a part of its query");
    }
    checkNames(fields, template, metric);
    Signal signal = signal(fields);
    fields.end();
    return new MetricScript(orNull(template), orNull(metric), orNull(query), signal);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private void checkNames(Fields fields, String template, String metric) {
    List<AnalysisTemplate> meant =
        templates.stream().filter(it -> template.isEmpty() || it.name().equals(template)).toList();
    List<String> metrics = meant.stream().flatMap(MetricScriptReader::metrics).distinct().toList();
    if (!template.isEmpty() && meant.isEmpty()) {
      String known = String.join(", ", templates.stream().map(AnalysisTemplate::name).toList());
      fields.problem("template", "is none of the templates: " + template, "They are: " + known);
    } else if (!metric.isEmpty() && metrics.stream().noneMatch(it -> mayBe(it, metric))) {
      fields.problem(
          "metric", "is in no template: " + metric, "There are: " + String.join(", ", metrics));
    }
  }

  private static Stream<String> metrics(AnalysisTemplate template) {
    return template.metrics().stream().map(metric -> Data.text(metric.get("name")));
  }

  /** A name with an argument in it may be any. */
  private static boolean mayBe(String name, String metric) {
    return name.equals(metric) || name.contains("{{");
  }

  private Signal signal(Fields fields) {
    boolean scalar = fields.flag("scalar");
    if (fields.has("recorded")) {
      return recording(fields, scalar);
    }
    List<Point> points =
        fields.has("values")
            ? fields.<Point>list("values", this::point)
            : List.of(new Point(Duration.ZERO, AnswerReader.read(fields)));
    return new Points(points.stream().sorted(Comparator.comparing(Point::from)).toList(), scalar);
  }

  private Point point(Fields fields) {
    Point point = new Point(times.offset(fields, "from"), AnswerReader.read(fields));
    fields.end();
    return point;
  }

  private Signal recording(Fields fields, boolean scalar) {
    String file = fields.text("recorded");
    Optional<String> text = recordings.text(file);
    List<Map<Instant, Double>> series = text.flatMap(RecordingReader::series).orElseGet(List::of);
    if (text.isEmpty()) {
      fields.problem("recorded", "names a file that is not there: " + file, "Put it beside this");
    } else if (series.isEmpty()) {
      fields.problem(
          "recorded",
          "names no recording with samples: " + file,
          "Save what Prometheus answers to /api/v1/query_range");
    }
    return series.isEmpty()
        ? Points.always(new Answer.Empty())
        : new Recording(times.release(), series, scalar);
  }
}
