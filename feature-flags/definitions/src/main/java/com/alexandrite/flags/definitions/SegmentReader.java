package com.alexandrite.flags.definitions;

import com.alexandrite.flags.FlagDocument.Condition;
import com.alexandrite.flags.FlagDocument.Segment;
import java.util.ArrayList;
import java.util.List;

/** Reads the file of segments. */
final class SegmentReader {
  private SegmentReader() {}

  static List<Segment> read(Yaml yaml) {
    List<Segment> segments = new ArrayList<>();
    Fields file = yaml.fields();
    if (file == null) {
      return segments;
    }
    for (Fields fields : file.maps("segments")) {
      segments.add(segment(fields, segments));
    }
    file.end();
    return segments;
  }

  private static Segment segment(Fields fields, List<Segment> before) {
    String key = fields.word("key", "Name the segment");
    if (before.stream().anyMatch(other -> other.key().equals(key))) {
      fields.mistake("key", "is taken by another segment", "Rename one of them");
    }
    String description = fields.text("description", "Say who is in it");
    List<Condition> conditions = Conditions.read(fields, "conditions");
    if (conditions.isEmpty()) {
      fields.mistake("conditions", "is missing", "Say who is in it");
    }
    fields.end();
    return new Segment(key, description, conditions);
  }
}
