package com.alexandrite.flags.removal;

import java.util.List;

/** Tells where else the flag's key stands: in documents and settings, which people write. */
final class Mentions {
  private final Workspace work;

  Mentions(Workspace work) {
    this.work = work;
  }

  void note() {
    String key = work.flag().flag().key();
    for (String path : work.paths()) {
      List<String> lines = work.text(path).lines().toList();
      for (int at = 0; at < lines.size(); at++) {
        if (mentions(lines.get(at), key)) {
          work.note(path + ":" + (at + 1) + " still speaks of " + key + ".");
        }
      }
    }
  }

  private static boolean mentions(String line, String key) {
    int at = line.indexOf(key);
    return at >= 0 && isEnd(line, at - 1) && isEnd(line, at + key.length());
  }

  private static boolean isEnd(String line, int at) {
    return at < 0
        || at >= line.length()
        || !(Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '-');
  }
}
