package com.alexandrite.rollouts.engine.validation;

/** The types of analyses and experiments as a Rollout asks for them. */
final class AnalysisTypes {

  static final String DECLARED =
      """
      Background
        startingStep: int
        templates: TemplateRef[]
        args: Argument[]
        dryRun: DryRun[]
        measurementRetention: Retention[]
        analysisRunMetadata: Labels
      Analysis
        templates: TemplateRef[]
        args: Argument[]
        dryRun: DryRun[]
        measurementRetention: Retention[]
        analysisRunMetadata: Labels
      TemplateRef
        templateName: text
        clusterScope: flag
      Argument
        name value: text
        valueFrom: ValueFrom
      ValueFrom
        podTemplateHashValue: text
        fieldRef: FieldRef
      FieldRef
        fieldPath: text
      DryRun
        metricName: text
      Retention
        metricName: text
        limit: int
      Experiment
        templates: ExperimentTemplate[]
        duration: text
        analyses: ExperimentAnalysis[]
        dryRun: DryRun[]
        analysisRunMetadata: Labels
        scaleDownDelaySeconds: int
      ExperimentTemplate
        name specRef: text
        replicas weight: int
        metadata: Labels
        selector: Selector
        service: Named
      ExperimentAnalysis
        name templateName: text
        clusterScope requiredForCompletion: flag
        args: Argument[]
      """;

  private AnalysisTypes() {}
}
