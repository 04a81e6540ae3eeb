package com.alexandrite.preview.data;

import com.alexandrite.preview.SchemaReport.Change;
import com.alexandrite.preview.SchemaReport.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of a schema.
 *
 * @param before as it was
 * @param after as it is
 */
record SchemaDifference(String service, List<Catalog.Thing> before, List<Catalog.Thing> after) {

  /** Whole tables first, then what changed inside of those that stayed. */
  List<Change> changes() {
    Set<String> had = tables(before);
    Set<String> has = tables(after);
    List<Change> changes = new ArrayList<>();
    for (String table : has) {
      if (!had.contains(table)) {
        changes.add(new Change(service, Kind.ADDED, "table " + table, "", columns(after, table)));
      }
    }
    for (String table : had) {
      if (!has.contains(table)) {
        changes.add(
            new Change(service, Kind.REMOVED, "table " + table, columns(before, table), ""));
      }
    }
    has.retainAll(had);
    inside(definitions(before, has), definitions(after, has), changes);
    return changes;
  }

  private void inside(Map<String, String> was, Map<String, String> is, List<Change> changes) {
    is.forEach((thing, definition) -> {
      String earlier = was.get(thing);
      if (earlier == null) {
        changes.add(new Change(service, Kind.ADDED, thing, "", definition));
      } else if (!Objects.equals(earlier, definition)) {
        changes.add(new Change(service, Kind.CHANGED, thing, earlier, definition));
      }
    });
    was.forEach((thing, definition) -> {
      if (!is.containsKey(thing)) {
        changes.add(new Change(service, Kind.REMOVED, thing, definition, ""));
      }
    });
  }

  private static Set<String> tables(List<Catalog.Thing> things) {
    return things.stream()
        .map(Catalog.Thing::table)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private static String columns(List<Catalog.Thing> things, String table) {
    return things.stream()
        .filter(thing -> thing.table().equals(table) && thing.isColumn())
        .map(thing -> thing.plainName() + " " + thing.definition())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> definitions(List<Catalog.Thing> things, Set<String> tables) {
    Map<String, String> definitions = new LinkedHashMap<>();
    for (Catalog.Thing thing : things) {
      if (tables.contains(thing.table())) {
        definitions.put(thing.name(), thing.definition());
      }
    }
    return definitions;
  }
}
