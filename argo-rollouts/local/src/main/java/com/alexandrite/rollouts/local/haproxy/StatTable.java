package com.alexandrite.rollouts.local.haproxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the answer of {@code show stat}: comma-separated values under a line with names. */
final class StatTable {
  private static final Set<String> SUMMARIES = Set.of("FRONTEND", "BACKEND");
  private static final List<String> ANSWERS =
      List.of("hrsp_1xx", "hrsp_2xx", "hrsp_3xx", "hrsp_4xx", "hrsp_5xx", "hrsp_other");

  private final List<String> columns;

  private StatTable(String header) {
    this.columns = Arrays.asList(header.substring("# ".length()).split(",", -1));
  }

  static List<ServerCounters> parse(String csv, String backend) {
    List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
    var table = new StatTable(lines.getFirst());
    List<ServerCounters> counters = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals(backend) && !SUMMARIES.contains(cells[1])) {
        counters.add(table.counters(cells));
      }
    }
    return List.copyOf(counters);
  }

  private ServerCounters counters(String[] cells) {
    // A pod that breaks off counts as `eresp`: HAProxy's own 502 is not among the slot's answers.
    long brokenOff = number(cells, "eresp");
    long answered = ANSWERS.stream().mapToLong(column -> number(cells, column)).sum();
    return new ServerCounters(
        cells[1],
        cells[columns.indexOf("addr")],
        number(cells, "scur"),
        answered + brokenOff,
        number(cells, "hrsp_5xx") + brokenOff);
  }

  private long number(String[] cells, String column) {
    String cell = cells[columns.indexOf(column)];
    return cell.isEmpty() ? 0 : Long.parseLong(cell);
  }
}
