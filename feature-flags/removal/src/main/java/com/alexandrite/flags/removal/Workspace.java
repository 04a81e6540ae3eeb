package com.alexandrite.flags.removal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a checkout while a flag is taken out of them. */
final class Workspace {
  private final FinishedFlag flag;
  private final SortedMap<String, String> before;
  private final SortedMap<String, String> now;
  private final Map<String, Optional<JavaUnit>> parsed = new HashMap<>();
  private final Map<String, Optional<JavaUnit>> parsedBefore = new HashMap<>();
  private final List<Place> questions = new ArrayList<>();
  private final TreeSet<Obstacle> obstacles = new TreeSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /** A line of a file as it was. */
  record Place(String file, int line) {}

  Workspace(FinishedFlag flag, Map<String, String> files) {
    this.flag = flag;
    this.before = new TreeMap<>(files);
    this.now = new TreeMap<>(files);
  }

  FinishedFlag flag() {
    return flag;
  }

  List<String> paths() {
    return List.copyOf(now.keySet());
  }

  /** Paths of the Java files that mention something, tests included. */
  List<String> javaMentioning(String text) {
    return now.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".java") && file.getValue().contains(text))
        .map(Map.Entry::getKey)
        .toList();
  }

  List<String> pathsBefore() {
    return List.copyOf(before.keySet());
  }

  /** Paths of all files that hold the word, whatever they are. */
  List<String> mentioning(String word) {
    return now.entrySet().stream()
        .filter(file -> file.getValue().contains(word) && JavaText.mentions(file.getValue(), word))
        .map(Map.Entry::getKey)
        .toList();
  }

  Collection<String> texts() {
    return now.values();
  }

  /** The file's text now; empty for one that is gone. */
  String text(String path) {
    return now.getOrDefault(path, "");
  }

  String textBefore(String path) {
    return before.getOrDefault(path, "");
  }

  boolean isChanged(String path) {
    return !text(path).equals(textBefore(path));
  }

  List<String> changedJava() {
    return paths().stream().filter(path -> path.endsWith(".java") && isChanged(path)).toList();
  }

  /** The file as a tree; empty when it is gone or is not Java. */
  Optional<JavaUnit> unit(String path) {
    return now.containsKey(path)
        ? parsed.computeIfAbsent(path, _ -> JavaUnit.of(path, text(path)))
        : Optional.empty();
  }

  /** The file as it was, as a tree. */
  Optional<JavaUnit> unitBefore(String path) {
    return parsedBefore.computeIfAbsent(path, _ -> JavaUnit.of(path, textBefore(path)));
  }

  void edit(String path, List<Edit> edits) {
    write(path, Edit.apply(text(path), edits));
  }

  void write(String path, String text) {
    now.put(path, text);
    parsed.remove(path);
  }

  void delete(String path) {
    now.remove(path);
    parsed.remove(path);
  }

  /** Keeps where the flag was asked; the number goes into the mark. */
  int question(String file, int line) {
    questions.add(new Place(file, line));
    return questions.size() - 1;
  }

  void obstacle(Mark mark, String what, String advice) {
    Place place = questions.get(mark.question());
    obstacle(place.file(), place.line(), what, advice);
  }

  void obstacle(String file, int line, String what, String advice) {
    obstacles.add(new Obstacle(file, line, what, advice));
  }

  void note(String note) {
    notes.add(note);
  }

  Outcome outcome() {
    if (!obstacles.isEmpty()) {
      return new Outcome.Refused(List.copyOf(obstacles));
    }
    SortedMap<String, Optional<String>> changes = new TreeMap<>();
    for (Map.Entry<String, String> file : before.entrySet()) {
      String text = now.get(file.getKey());
      if (!Objects.equals(text, file.getValue())) {
        changes.put(file.getKey(), Optional.ofNullable(text));
      }
    }
    return new Outcome.Removed(changes, List.copyOf(notes));
  }
}
