package com.alexandrite.flags.testing;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test, or of all tests of a class, with these variants. */
final class Run
    implements TestTemplateInvocationContext,
        ClassTemplateInvocationContext,
        ParameterResolver,
        AfterEachCallback {
  private final Map<String, String> variants;
  private final Map<String, Flag<?>> asked = new ConcurrentSkipListMap<>();

  Run(Map<String, String> variants) {
    this.variants = variants;
  }

  /** The variants by key; a flag that is not named has its fallback. */
  Map<String, String> variants() {
    return variants;
  }

  /** The flags that the run's tests asked and did not set themselves, by key. */
  Collection<Flag<?>> asked() {
    return asked.values();
  }

  @Override
  public String getDisplayName(int number) {
    return "flags " + (variants.isEmpty() ? "at their fallbacks" : words(variants));
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public void prepareInvocation(ExtensionContext context) {
    // Nothing: each test makes its own flags when it takes them.
  }

  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Flags.class || type == FixedFlags.class;
  }

  @Override
  public FixedFlags resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return flags(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    FixedFlags flags = flags(context);
    flags.free().forEach(flag -> asked.put(flag.key(), flag));
    // A report entry must not be empty.
    String states = flags.asked().isEmpty() ? "none" : words(flags.asked());
    context.publishReportEntry("flags", states);
    // Some builds' result files do not hold the display name; all hold the failure.
    context.getExecutionException().ifPresent(failure -> failure.addSuppressed(new With(states)));
  }

  private FixedFlags flags(ExtensionContext context) {
    Store store = context.getStore(Namespace.create(Run.class));
    return store.computeIfAbsent(this, _ -> new FixedFlags(variants), FixedFlags.class);
  }

  private static String words(Map<String, String> variants) {
    return variants.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Says beside a failure in which state of the flags it came. */
  private static final class With extends Exception {
    With(String states) {
      super("with the flags " + states, null, false, false);
    }
  }
}
