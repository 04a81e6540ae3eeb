package com.alexandrite.rollouts.local.haproxy;

import com.alexandrite.environment.haproxy.HaproxyRefusal;
import com.alexandrite.rollouts.local.haproxy.ServerSlot.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The commands that lead from the slots as they are to the endpoints as they shall be. The order
 * keeps the backend served at every instant: newcomers and rising weights first, then falling
 * weights, then drains, then what is gone.
 */
final class SlotPlan {
  private final String backend;
  private final List<ServerSlot> free;
  private final List<String> raises = new ArrayList<>();
  private final List<String> lowers = new ArrayList<>();
  private final List<String> drains = new ArrayList<>();
  private final List<String> removals = new ArrayList<>();

  private SlotPlan(String backend, Collection<ServerSlot> slots) {
    this.backend = backend;
    this.free = new ArrayList<>(slots.stream().filter(s -> s.mode() == Mode.MAINTENANCE).toList());
  }

  static List<String> commands(String backend, List<ServerSlot> slots, List<Endpoint> endpoints) {
    if (endpoints.stream().noneMatch(e -> e.weight() > 0 && !e.leaving())) {
      return List.of();
    }
    var plan = new SlotPlan(backend, slots);
    Set<ServerSlot> used = new HashSet<>();
    for (Endpoint endpoint : endpoints) {
      Optional<ServerSlot> holder =
          slots.stream().filter(s -> s.serves(endpoint) && !used.contains(s)).findFirst();
      holder.ifPresentOrElse(slot -> plan.adjust(slot, endpoint), () -> plan.enter(endpoint));
      holder.ifPresent(used::add);
    }
    slots.stream()
        .filter(slot -> slot.mode() != Mode.MAINTENANCE && !used.contains(slot))
        .forEach(slot -> plan.removals.add(plan.server(slot) + " state maint"));
    return plan.inOrder();
  }

  static List<String> emptying(String backend, List<ServerSlot> slots) {
    var plan = new SlotPlan(backend, slots);
    return slots.stream()
        .filter(slot -> slot.mode() != Mode.MAINTENANCE)
        .map(slot -> plan.server(slot) + " state maint")
        .toList();
  }

  private void enter(Endpoint endpoint) {
    if (endpoint.leaving()) {
      return;
    }
    if (free.isEmpty()) {
      throw new HaproxyRefusal("backend " + backend + " has no free slot for " + endpoint);
    }
    ServerSlot slot = free.removeFirst();
    String server = server(slot);
    raises.add(server + " addr " + endpoint.address() + " port " + endpoint.port());
    raises.add(server + " check-port " + endpoint.checkPort());
    raises.add(server + " weight " + endpoint.weight());
    raises.add(server + " state ready");
  }

  private void adjust(ServerSlot slot, Endpoint endpoint) {
    if (endpoint.leaving()) {
      if (slot.mode() != Mode.DRAIN) {
        drains.add(server(slot) + " state drain");
      }
      return;
    }
    if (slot.checkPort() != endpoint.checkPort()) {
      raises.add(server(slot) + " check-port " + endpoint.checkPort());
    }
    if (slot.weight() != endpoint.weight()) {
      List<String> when = endpoint.weight() > slot.weight() ? raises : lowers;
      when.add(server(slot) + " weight " + endpoint.weight());
    }
    if (slot.mode() == Mode.DRAIN) {
      raises.add(server(slot) + " state ready");
    }
  }

  private String server(ServerSlot slot) {
    return "set server " + backend + "/" + slot.name();
  }

  private List<String> inOrder() {
    List<String> all = new ArrayList<>(raises);
    all.addAll(lowers);
    all.addAll(drains);
    all.addAll(removals);
    return List.copyOf(all);
  }
}
