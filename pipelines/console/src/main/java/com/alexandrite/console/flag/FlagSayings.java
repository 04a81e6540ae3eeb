package com.alexandrite.console.flag;

import com.alexandrite.flags.server.change.BranchFlags;
import com.alexandrite.flags.server.store.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the flag server says by itself, in the visitor's language. What people wrote stays as it is,
 * and so does a sentence that is not known here.
 */
@Component
@ConditionalOnProperty("alexandrite.flagserver.database.url")
public class FlagSayings {
  /** Notes of schedules and reasons of changes that no person gave, by the key of their words. */
  private static final Map<String, Pattern> NOTES = new LinkedHashMap<>();

  /** Where the sentence of a refusal has names in it, by its code. */
  private static final Map<String, Pattern> NAMES = new LinkedHashMap<>();

  static {
    note("cancelled", "cancelled by (.+)");
    note("replaced", "replaced by (.+)");
    note("off", "switched off by (.+)");
    note("frozen", "frozen: (.+)");
    note("asked", "request (\\d+) waits");
    note("same", "it was so already");
    note("unmeasured", "nothing is measured here");
    note("unmeasurable", "it can not be measured: (.+)");
    note("few", "too few requests: (\\d+) with it, (\\d+) without");
    note("well", "no worse off than the others");
    note("errors", "([\\d.]+) % of the requests with it failed, ([\\d.]+) % without it");
    note("slow", "95 of 100 requests with it take up to (\\d+) ms, without it (\\d+) ms");
    note("answered", "answered (\\d+)");
    note(
        "nobody",
        "java\\.net\\.(?:ConnectException|UnknownHostException|NoRouteToHostException).*");
    note("late", "java\\.net\\.http\\.Http(?:Connect)?TimeoutException.*");
    note("files", "as the files say");
    note("branch", "as the branch says");
    names("environment-frozen", "(\\S+) is frozen until (\\S+): (.*)");
    names("number-invalid", "\"(.*)\" is no number\\.");
    names("request-decided", "Request (\\d+) was \\S+ by (.+)\\.");
    names("request-outdated", "(\\S+) was changed since request (\\d+) was made\\.");
    names("second-person-needed", "(.+) asked for this change and can not approve it\\.");
    names("segment-exists", "There is a segment (\\S+) already\\.");
    names("segment-key-invalid", "\"(.*)\" is no key of a segment\\.");
    names("segment-unknown", "There is no segment (\\S+?)(?: in \\S+)?\\.");
    names("segment-used", "(\\S+) has a rule for (\\S+)\\.");
    names("url-invalid", "(.*) is no web address\\.");
    names("variant-unknown", "(\\S+) has no variant (\\S+)\\.");
    names("version-stale", "(\\S+) was changed by (.+) meanwhile: .*");
  }

  private final MessageSource messages;

  FlagSayings(MessageSource messages) {
    this.messages = messages;
  }

  private static void note(String key, String pattern) {
    NOTES.put("flag.note." + key, Pattern.compile(pattern, Pattern.DOTALL));
  }

  private static void names(String code, String pattern) {
    NAMES.put(code, Pattern.compile(pattern, Pattern.DOTALL));
  }

  /** A refusal as the page shows it. */
  public record Refusal(String detail, String action) {}

  Refusal refusal(Refused refused) {
    String key = "flag.refused." + refused.code();
    Pattern names = NAMES.get(refused.code());
    String detail =
        names == null
            ? words(key, refused.detail())
            : named(key, names, refused.detail(), refused.detail());
    return new Refusal(detail, words(key + ".do", refused.action()));
  }

  /** A note or reason; people's own come back as they are. */
  public String note(String text) {
    if (text.startsWith("Back to 0 %: ")) {
      return words("flag.note.back", text, note(text.substring("Back to 0 %: ".length())));
    }
    for (var note : NOTES.entrySet()) {
      if (note.getValue().matcher(text).matches()) {
        return named(note.getKey(), note.getValue(), text, text);
      }
    }
    return text;
  }

  /** Who did it, also where that was no person. */
  public String actor(String name) {
    if (name.endsWith(" (scheduled)")) {
      return words("flag.actor.scheduled", name, actor(name.substring(0, name.lastIndexOf(' '))));
    }
    return switch (name) {
      case "command line" -> words("flag.actor.programs", name);
      case "guarded growth" -> words("flag.actor.guard", name);
      case "definitions" -> words("flag.actor.definitions", name);
      case "configuration" -> words("flag.actor.configuration", name);
      case BranchFlags.BRANCH -> words("flag.actor.branch", name);
      case BranchFlags.BEGINNING -> words("flag.actor.preview", name);
      default -> name;
    };
  }

  private String named(String key, Pattern pattern, String text, String otherwise) {
    Matcher found = pattern.matcher(text);
    if (!found.matches()) {
      return otherwise;
    }
    List<Object> names = new ArrayList<>();
    for (int group = 1; group <= found.groupCount(); group++) {
      names.add(found.group(group));
    }
    return words(key, otherwise, names.toArray());
  }

  private String words(String key, String otherwise, Object... names) {
    String found = messages.getMessage(key, names, otherwise, LocaleContextHolder.getLocale());
    return found == null ? otherwise : found;
  }
}
