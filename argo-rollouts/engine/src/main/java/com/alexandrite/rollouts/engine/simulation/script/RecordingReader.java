package com.alexandrite.rollouts.engine.simulation.script;

import com.alexandrite.rollouts.engine.condition.JsonText;
import com.alexandrite.rollouts.engine.model.Data;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what Prometheus answers to a range query. */
final class RecordingReader {

  private RecordingReader() {}

  /** The samples of each series that has any; empty if the text is no such answer. */
  static Optional<List<Map<Instant, Double>>> series(String json) {
    Map<String, Object> data = Data.map(Data.map(JsonText.read(json).value()).get("data"));
    if (!"matrix".equals(data.get("resultType"))) {
      return Optional.empty();
    }
    List<Map<Instant, Double>> all = new ArrayList<>();
    try {
      for (Object series : Data.list(data.get("result"))) {
        Map<Instant, Double> samples = samples(Data.list(Data.map(series).get("values")));
        if (!samples.isEmpty()) {
          all.add(samples);
        }
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(all);
  }

  private static Map<Instant, Double> samples(List<Object> pairs) {
    Map<Instant, Double> samples = new TreeMap<>();
    for (Object pair : pairs) {
      List<Object> sample = Data.list(pair);
      if (sample.size() != 2 || !(sample.getFirst() instanceof Number seconds)) {
        throw new IllegalArgumentException("no sample: " + pair);
      }
      samples.put(
          Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1000)),
          Answer.number(sample.getLast()));
    }
    return samples;
  }
}
