package com.alexandrite.console.preview.page;

import com.alexandrite.kit.look.Look;
import com.alexandrite.preview.Origin;
import com.alexandrite.preview.Phase;
import com.alexandrite.preview.PreviewView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the templates of previews say through {@code say}. */
public final class PreviewWords {
  private static final List<String> SITES = List.of("shop", "crm", "mes", "api");
  private static final int SHORT = 8;
  private static final double MEGABYTE = 1e6;
  private static final double GIGABYTE = 1e9;

  /** An address with the site's name. */
  public record Site(String name, String address) {}

  /** Icon and tone of a phase. */
  public PhaseLook look(Phase phase) {
    return PhaseLook.of(phase);
  }

  /** Whether the steps to ready are worth showing. */
  public boolean underWay(PreviewView view) {
    return PhaseLook.underWay(view.phase());
  }

  /** The steps to ready. */
  public List<PhaseLook.Step> way(PreviewView view) {
    return PhaseLook.way(view.phase());
  }

  /** The same for somebody who opens it: whatever stands still wakes for them. */
  public List<PhaseLook.Step> wakingWay(PreviewView view) {
    return PhaseLook.way(underWay(view) ? view.phase() : Phase.WAKING);
  }

  /** The addresses in the order in which people look for them. */
  public List<Site> sites(PreviewView view) {
    return view.addresses().entrySet().stream()
        .map(entry -> new Site(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(PreviewWords::place).thenComparing(Site::name))
        .toList();
  }

  private static int place(Site site) {
    int place = SITES.indexOf(site.name());
    return place < 0 ? SITES.size() : place;
  }

  /** A revision as people write it. */
  public String sha(@Nullable String revision) {
    return revision == null ? "" : revision.substring(0, Math.min(SHORT, revision.length()));
  }

  /** Whether the branch's version of it runs. */
  public boolean ofBranch(PreviewView.Service service) {
    return service.origin() == Origin.BRANCH;
  }

  /** Memory in the unit that reads best. */
  public String memory(long bytes, Look look) {
    boolean russian = look.locale().getLanguage().equals("ru");
    return bytes < GIGABYTE
        ? look.number(bytes / MEGABYTE, 0) + (russian ? "\u00a0МБ" : "\u00a0MB")
        : look.number(bytes / GIGABYTE, 1) + (russian ? "\u00a0ГБ" : "\u00a0GB");
  }

  /** A part of a whole, 0 to 100. */
  public long percent(long part, long whole) {
    return whole <= 0 ? 0 : Math.clamp(Math.round(100.0 * part / whole), 0, 100);
  }

  /** The largest memory of its services, which the bars are drawn against. */
  public long largest(PreviewView view) {
    return view.services().stream().mapToLong(PreviewView.Service::memoryBytes).max().orElse(0);
  }

  /** How many of its services run the branch's version. */
  public long fromBranch(PreviewView view) {
    return view.services().stream().filter(this::ofBranch).count();
  }

  /** What the loop says, in words that the visitor's language has. */
  public PreviewSaying said(String sentence) {
    return PreviewSaying.of(sentence);
  }

  /** The sentences of a reason, which are said one by one. */
  public List<String> sentences(String reason) {
    return List.of(reason.split("(?<=\\.) ", -1));
  }

  /** All that belongs to no preview. */
  public int orphans(Map<String, Integer> byKind) {
    return byKind.values().stream().mapToInt(Integer::intValue).sum();
  }
}
