package com.alexandrite.rollouts.engine.template;

import com.alexandrite.rollouts.engine.model.AnalysisTemplate;
import com.alexandrite.rollouts.engine.model.RolloutAnalysis.TemplateRef;
import com.alexandrite.rollouts.engine.template.Refused.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows references to templates, and the references of those templates to others. */
public final class TemplateReferences {

  private final List<AnalysisTemplate> known;
  private final List<AnalysisTemplate> ofNamespace = new ArrayList<>();
  private final List<AnalysisTemplate> ofCluster = new ArrayList<>();
  private final Deque<TemplateRef> open = new ArrayDeque<>();

  private TemplateReferences(List<AnalysisTemplate> known) {
    this.known = known;
  }

  /**
   * What was found.
   *
   * @param templates each once, those of the namespace before those of the cluster
   * @param refused why not, null if all were found
   */
  public record Found(List<AnalysisTemplate> templates, @Nullable Refused refused) {}

  /** Finds the templates among the known ones. */
  public static Found find(List<TemplateRef> references, List<AnalysisTemplate> known) {
    TemplateReferences search = new TemplateReferences(known);
    try {
      references.forEach(search::follow);
      List<AnalysisTemplate> all = new ArrayList<>(search.ofNamespace);
      all.addAll(search.ofCluster);
      return new Found(all, null);
    } catch (Refused.Signal signal) {
      return new Found(List.of(), signal.refused());
    }
  }

  private void follow(TemplateRef reference) {
    if (open.contains(reference)) {
      throw new Refused.Signal(
          Reason.TEMPLATES_IN_A_CIRCLE,
          reference.templateName(),
          "template \"" + reference.templateName() + "\" includes itself");
    }
    AnalysisTemplate template = get(reference);
    List<AnalysisTemplate> found = template.clusterScope() ? ofCluster : ofNamespace;
    if (found.stream().noneMatch(other -> other.name().equals(template.name()))) {
      found.add(template);
    }
    open.push(reference);
    template.templates().forEach(this::follow);
    open.pop();
  }

  private AnalysisTemplate get(TemplateRef reference) {
    String kind = reference.clusterScope() ? "clusteranalysistemplate" : "analysistemplate";
    return known.stream()
        .filter(template -> template.name().equals(reference.templateName()))
        .filter(template -> template.clusterScope() == reference.clusterScope())
        .findFirst()
        .orElseThrow(() ->
            new Refused.Signal(
                Reason.TEMPLATE_MISSING,
                reference.templateName(),
                "%s.argoproj.io \"%s\" not found".formatted(kind, reference.templateName())));
  }
}
