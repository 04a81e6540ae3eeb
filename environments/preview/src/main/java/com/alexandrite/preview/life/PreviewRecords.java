package com.alexandrite.preview.life;

import com.alexandrite.preview.PreviewName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The records of all previews: changed one at a time, written down before they count. */
final class PreviewRecords {

  private final PreviewStore store;
  private final Map<PreviewName, Preview> byName = new TreeMap<>();
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  PreviewRecords(PreviewStore store) {
    this.store = store;
    store.all().forEach(preview -> byName.put(preview.name(), preview));
  }

  synchronized List<Preview> all() {
    return List.copyOf(byName.values());
  }

  synchronized Optional<Preview> find(PreviewName name) {
    return Optional.ofNullable(byName.get(name));
  }

  synchronized Optional<Preview> named(String name) {
    return byName.values().stream().filter(one -> one.name().value().equals(name)).findFirst();
  }

  /** Adds one unless its name is taken; returns whether it was added. */
  boolean add(Preview preview) {
    synchronized (this) {
      if (byName.containsKey(preview.name())) {
        return false;
      }
      store.save(preview);
      byName.put(preview.name(), preview);
    }
    tell(preview.name());
    return true;
  }

  /** Changes one; nothing happens to one that is gone. */
  Optional<Preview> change(PreviewName name, UnaryOperator<Preview> change) {
    Preview after;
    synchronized (this) {
      Preview before = byName.get(name);
      if (before == null) {
        return Optional.empty();
      }
      after = change.apply(before);
      if (after.equals(before)) {
        return Optional.of(before);
      }
      store.save(after);
      byName.put(name, after);
    }
    tell(name);
    return Optional.of(after);
  }

  void erase(PreviewName name) {
    synchronized (this) {
      store.erase(name);
      byName.remove(name);
    }
    tell(name);
  }

  void onChange(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Something that is not written down has changed. */
  void tell(PreviewName name) {
    listeners.forEach(listener -> listener.accept(name.value()));
  }
}
