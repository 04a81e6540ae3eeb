package com.alexandrite.flags.testing;

import com.alexandrite.flags.testing.TestOverFlags.Vary;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes the runs of {@link TestOverFlags}: each is made when the one before it has ended. */
final class OverFlags
    implements TestTemplateInvocationContextProvider, ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return annotation(context.getTestMethod()).isPresent();
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return runs(annotation(context.getTestMethod())).map(run -> run);
  }

  @Override
  public boolean supportsClassTemplate(ExtensionContext context) {
    return annotation(context.getTestClass()).isPresent();
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
      ExtensionContext context) {
    return runs(annotation(context.getTestClass())).map(run -> run);
  }

  private static Optional<TestOverFlags> annotation(Optional<? extends AnnotatedElement> element) {
    return AnnotationSupport.findAnnotation(element, TestOverFlags.class);
  }

  private static Stream<Run> runs(Optional<TestOverFlags> annotation) {
    Vary vary = annotation.map(TestOverFlags::value).orElse(Vary.EACH);
    Plan plan = vary == Vary.EACH ? new OneByOne() : new Pairwise();
    return Stream.iterate(
            Optional.of(new Run(Map.of())), Optional::isPresent, run -> after(run.get(), plan))
        .map(Optional::get);
  }

  private static Optional<Run> after(Run run, Plan plan) {
    plan.ran(run.variants(), run.asked());
    return plan.next().map(Run::new);
  }
}
