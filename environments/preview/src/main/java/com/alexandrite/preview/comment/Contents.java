package com.alexandrite.preview.comment;

import static com.alexandrite.preview.comment.Markdown.code;
import static com.alexandrite.preview.comment.Markdown.text;

import com.alexandrite.preview.Origin;
import com.alexandrite.preview.PreviewView;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is in a preview, and where. */
record Contents(PreviewView view) {
  private static final List<String> SITES = List.of("shop", "crm", "mes", "api");
  private static final Map<String, String> TITLES =
      Map.of("shop", "Shop", "crm", "CRM", "mes", "MES", "api", "API");

  String addresses(URI consolePage) {
    List<List<String>> rows = new ArrayList<>();
    for (String site : sites()) {
      String address = view.addresses().getOrDefault(site, "");
      rows.add(List.of(text(TITLES.getOrDefault(site, site)), Markdown.address(address)));
    }
    String page = consolePage.toString();
    rows.add(List.of("This preview in the console", Markdown.address(page)));
    return Markdown.table(List.of("Open", "Address"), rows);
  }

  String depth() {
    if (view.depth() == null) {
      return "";
    }
    String chosen = view.depthForced() ? ", chosen by hand" : "";
    return "**Depth**: " + text(view.depth().word()) + chosen + ". " + text(view.depthReason());
  }

  String services() {
    if (view.services().isEmpty()) {
      return "";
    }
    return Markdown.table(
        List.of("Service", "Version", "Commit", "State"),
        view.services().stream().map(Contents::service).toList());
  }

  String accounts() {
    if (view.accounts().isEmpty()) {
      return "";
    }
    return Markdown.details(
        "Who may sign in",
        Markdown.table(
            List.of("Site", "User", "Role"),
            view.accounts().stream()
                .map(who -> List.of(text(who.site()), code(who.username()), text(who.role())))
                .toList()));
  }

  private List<String> sites() {
    List<String> sites = new ArrayList<>(SITES);
    sites.retainAll(view.addresses().keySet());
    new TreeSet<>(view.addresses().keySet())
        .stream().filter(site -> !sites.contains(site)).forEach(sites::add);
    return sites;
  }

  private static List<String> service(PreviewView.Service service) {
    String revision = service.revision();
    String message = service.message().isEmpty() ? "" : ": " + text(service.message());
    return List.of(
        text(service.name()),
        service.origin() == Origin.BRANCH ? "**the branch's**" : "the baseline's",
        revision == null ? "" : code(State.abbreviated(revision)),
        text(service.state().replace('-', ' ')) + message);
  }
}
