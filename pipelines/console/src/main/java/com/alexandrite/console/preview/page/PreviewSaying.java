package com.alexandrite.console.preview.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that the loop of previews says by itself, as a key of the visitor's words. A sentence
 * that is not known here has no key and stays as it is.
 *
 * @param names what stands in it: branches, services, numbers
 */
public record PreviewSaying(String key, List<String> names) {
  private static final Map<String, Pattern> KNOWN = new LinkedHashMap<>();

  static {
    known("compared", "it is compared with the baseline");
    known("turn", "waits until another build is over");
    known("sources", "its files are put in place");
    known("maven", "Maven builds ?(.*)");
    known("training", "(.+) gets its start-up cache");
    known("making", "its databases, virtual host and flags are made");
    known("place", "(.+) gets its place");
    known("anew", "its data begin anew");
    known("taken", "everything it has is taken away");
    known("serving", "revision (\\S+) goes on serving");
    known("deleted", "deleted by (.+)");
    known("gone", "branch (.+) is gone");
    known("unused", "nobody used it for (\\d+) days");
    known("created", "created");
    known("again", "asked for again");
    known("needed", "(\\S+) is needed");
    known("built", "revision (\\S+) is built");
    known("was-reset", "data were reset");
    known("reset", "reset was asked for");
    known("pinned", "pinned");
    known("unpinned", "unpinned");
    known("slept", "put to sleep");
    known("idle", "fell asleep: nobody came for (\\d+) minutes");
    known("yielded", "fell asleep: another one waited for memory");
  }

  /** Copies the list. */
  public PreviewSaying {
    names = List.copyOf(names);
  }

  private static void known(String key, String pattern) {
    KNOWN.put("preview.said." + key, Pattern.compile(pattern));
  }

  static PreviewSaying of(String sentence) {
    for (var known : KNOWN.entrySet()) {
      Matcher matcher = known.getValue().matcher(sentence);
      if (matcher.matches()) {
        List<String> names = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
          names.add(matcher.group(group));
        }
        return new PreviewSaying(known.getKey(), names);
      }
    }
    return new PreviewSaying("", List.of());
  }

  /** The names, for a message's places. */
  public Object[] arguments() {
    return names.toArray();
  }
}
