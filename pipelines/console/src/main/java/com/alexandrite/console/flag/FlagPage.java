package com.alexandrite.console.flag;

import com.alexandrite.flags.FlagDocument.FlagState;
import com.alexandrite.flags.server.desk.Explaining;
import com.alexandrite.flags.server.store.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One flag in one environment: who gets it and why, what was changed, and where it has arrived. */
@Controller
@RequestMapping("/flags/{key}")
@ConditionalOnProperty("alexandrite.flagserver.database.url")
class FlagPage {
  private static final Pattern COMMA = Pattern.compile("[,\\n]");
  private static final Set<String> ENDS =
      Set.of("done", "waits", "same", "growing", "cancelled", "rejected");

  private final FlagModel content;
  private final FlagActions actions;
  private final Explaining explaining;
  private final Refusing refusing;

  FlagPage(FlagModel content, FlagActions actions, Explaining explaining, Refusing refusing) {
    this.content = content;
    this.actions = actions;
    this.explaining = explaining;
    this.refusing = refusing;
  }

  @GetMapping
  String page(
      @PathVariable String key,
      @RequestParam(defaultValue = "local") String environment,
      @RequestParam(required = false) @Nullable String end,
      Model model) {
    fill(key, environment, model);
    model.addAttribute("end", end != null && ENDS.contains(end) ? end : null);
    return "flag/one";
  }

  @GetMapping(headers = "HX-Request")
  String livePart(
      @PathVariable String key,
      @RequestParam(defaultValue = "local") String environment,
      Model model) {
    fill(key, environment, model);
    return "flag/one :: live";
  }

  /** Done: back to the page, so that a reload does not do it twice. Refused: the page says why. */
  @PostMapping("/actions/{action}")
  String act(
      @PathVariable String key,
      @PathVariable String action,
      @RequestParam String environment,
      @RequestParam MultiValueMap<String, String> fields,
      Principal visitor,
      Model model,
      HttpServletResponse response) {
    return refusing.page(
        () -> {
          var press = new FlagActions.Press(key, environment, visitor.getName(), fields);
          String end = actions.act(action, press);
          return "redirect:/flags/{key}?environment=" + environment + "&end=" + end;
        },
        () -> {
          fill(key, environment, model);
          return "flag/one";
        },
        model,
        response);
  }

  /**
   * Who gets it and why, under the rules as they stand in the editor. The fields are not called id
   * and attributes: in a form those names hide the form's own, which morphing reads.
   */
  @PostMapping("/why")
  String why(
      @PathVariable String key,
      @RequestParam String environment,
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String traits,
      @RequestParam MultiValueMap<String, String> fields,
      Model model) {
    try {
      boolean enabled = "true".equals(fields.getFirst("enabled"));
      FlagState tried =
          new FlagState(key, enabled, content.salt(key, environment), new RuleForm(fields).rules());
      model.addAttribute(
          "why",
          explaining.explain(new Explaining.Question(environment, key, who, split(traits), tried)));
      model.addAttribute("asked", who.strip());
    } catch (Refused refusal) {
      refusing.show(refusal, model);
    }
    return "flag/pieces :: why";
  }

  private void fill(String key, String environment, Model model) {
    try {
      content.fill(key, environment, model);
    } catch (Refused refusal) {
      throw Refusing.notFound(refusal);
    }
  }

  private static Map<String, String> split(String traits) {
    Map<String, String> values = new TreeMap<>();
    COMMA
        .splitAsStream(traits)
        .filter(one -> one.indexOf('=') > 0)
        .forEach(one -> {
          int equals = one.indexOf('=');
          values.put(one.substring(0, equals).strip(), one.substring(equals + 1).strip());
        });
    return values;
  }
}
