package com.alexandrite.rollouts.local.haproxy;

import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.rollouts.local.haproxy.ServerSlot.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the answer of {@code show servers state} (format version 1: a line with names, then one
 * line per server).
 */
final class ServerTable {
  private static final int FORCED_MAINTENANCE = 0x01;
  private static final int FORCED_DRAIN = 0x08;
  private static final int RUNNING = 2;

  private ServerTable() {}

  static List<ServerSlot> parse(String table, String backend) {
    List<ServerSlot> slots = parseIfAny(table, backend);
    if (slots.isEmpty()) {
      throw new HaproxyRefusal("HAProxy has no backend " + backend + " with server slots");
    }
    return slots;
  }

  static List<ServerSlot> parseIfAny(String table, String backend) {
    Map<String, Integer> columns = Map.of();
    List<ServerSlot> slots = new ArrayList<>();
    for (String line : table.lines().toList()) {
      String[] cells = line.split(" ", -1);
      if (line.startsWith("# ")) {
        columns = columns(cells);
      } else if (cells.length > 4 && cells[1].equals(backend)) {
        slots.add(slot(cells, columns));
      }
    }
    return List.copyOf(slots);
  }

  private static Map<String, Integer> columns(String[] header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 1; i < header.length; i++) {
      columns.put(header[i], i - 1);
    }
    return columns;
  }

  private static ServerSlot slot(String[] cells, Map<String, Integer> columns) {
    return new ServerSlot(
        cells[columns.getOrDefault("srv_name", 3)],
        cells[columns.getOrDefault("srv_addr", 4)],
        number(cells, columns, "srv_port"),
        number(cells, columns, "srv_check_port"),
        number(cells, columns, "srv_uweight"),
        mode(number(cells, columns, "srv_admin_state")),
        number(cells, columns, "srv_op_state") == RUNNING);
  }

  private static Mode mode(int adminState) {
    if ((adminState & FORCED_MAINTENANCE) != 0) {
      return Mode.MAINTENANCE;
    }
    return (adminState & FORCED_DRAIN) != 0 ? Mode.DRAIN : Mode.READY;
  }

  private static int number(String[] cells, Map<String, Integer> columns, String column) {
    Integer index = columns.get(column);
    if (index == null) {
      throw new HaproxyRefusal("HAProxy's server state has no column " + column);
    }
    return Integer.parseInt(cells[index]);
  }
}
