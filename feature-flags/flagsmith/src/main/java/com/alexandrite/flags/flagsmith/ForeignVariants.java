package com.alexandrite.flags.flagsmith;

import com.alexandrite.flags.Flag;
import com.alexandrite.flags.Flag.Variant;
import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.FlagDocument.Weighted;
import com.flagsmith.flagengine.features.FeatureStateModel;
import com.flagsmith.flagengine.features.MultivariateFeatureStateValueModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which variants a state of Flagsmith stands for: it has values where we have names. */
record ForeignVariants(Flag<?> flag, List<String> losses) {

  List<Weighted> served(FeatureStateModel state) {
    if (!state.getEnabled()) {
      return List.of(new Weighted(flag.off().name(), 1));
    }
    List<MultivariateFeatureStateValueModel> values = state.getMultivariateFeatureStateValues();
    if (values == null || values.isEmpty()) {
      return List.of(new Weighted(single(state.getValue(null)), 1));
    }
    return weighted(values, state.getValue(null));
  }

  private List<Weighted> weighted(
      List<MultivariateFeatureStateValueModel> values, @Nullable Object control) {
    List<Weighted> serve = new ArrayList<>();
    int left = FlagDocument.EVERYBODY;
    for (MultivariateFeatureStateValueModel value : values) {
      int weight = Math.min(left, Math.round(value.getPercentageAllocation() * 100));
      serve.add(new Weighted(named(value.getMultivariateFeatureOption().getValue()), weight));
      left -= weight;
    }
    if (left > 0) {
      serve.add(new Weighted(named(control), left));
    }
    return serve;
  }

  /** A boolean flag that is enabled is on, whatever value it has besides. */
  private String single(@Nullable Object value) {
    boolean isBoolean = flag.off().value() instanceof Boolean;
    return isBoolean ? flag.variants().get(1).name() : named(value);
  }

  private String named(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    for (Variant<?> variant : flag.variants()) {
      if (isSame(variant.value(), text)) {
        return variant.name();
      }
    }
    losses.add(
        "flag %s has a value that is none of its variants here; it stands for \"%s\": %s"
            .formatted(flag.key(), flag.fallback(), text));
    return flag.fallback();
  }

  private static boolean isSame(Object value, String text) {
    return value.toString().equals(text) || (value instanceof Number && isNumber(value, text));
  }

  private static boolean isNumber(Object value, String text) {
    try {
      return new BigDecimal(value.toString()).compareTo(new BigDecimal(text)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
