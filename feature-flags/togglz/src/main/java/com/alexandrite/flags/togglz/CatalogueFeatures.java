package com.alexandrite.flags.togglz;

import com.alexandrite.flags.Flag;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.togglz.core.Feature;
import org.togglz.core.metadata.FeatureGroup;
import org.togglz.core.metadata.FeatureMetaData;
import org.togglz.core.repository.FeatureState;
import org.togglz.core.spi.FeatureProvider;
import org.togglz.core.util.NamedFeature;

/** The catalogue's flags as features of Togglz, grouped by what they are for. */
final class CatalogueFeatures implements FeatureProvider {
  private final Map<String, Flag<?>> flags = new LinkedHashMap<>();

  CatalogueFeatures(List<Flag<?>> catalogue) {
    catalogue.forEach(flag -> flags.put(flag.key(), flag));
  }

  @Override
  public Set<Feature> getFeatures() {
    return flags.keySet().stream()
        .map(NamedFeature::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public @Nullable FeatureMetaData getMetaData(Feature feature) {
    Flag<?> flag = flags.get(feature.name());
    return flag == null ? null : new FlagMetaData(flag, feature);
  }

  private record Group(String label, Flag<?> flag) implements FeatureGroup {
    @Override
    public String getLabel() {
      return label;
    }

    @Override
    public boolean contains(Feature feature) {
      return flag.key().equals(feature.name());
    }
  }

  /** What the catalogue knows of a flag. */
  private record FlagMetaData(Flag<?> flag, Feature feature) implements FeatureMetaData {
    @Override
    public String getLabel() {
      String words = flag.key().replace('-', ' ');
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** In force while nothing has been read: the declared fallback. */
    @Override
    public FeatureState getDefaultFeatureState() {
      return new FeatureState(feature, !InitialDocument.isOffByFallback(flag));
    }

    @Override
    public Set<FeatureGroup> getGroups() {
      return Set.of(new Group(flag.type().word(), flag));
    }

    @Override
    public Map<String, String> getAttributes() {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("Key", flag.key());
      if (!flag.owner().isEmpty()) {
        attributes.put("Owner", flag.owner());
      }
      attributes.put("Type", flag.type().word());
      attributes.put("Unit", flag.unit().word());
      attributes.put(
          "Variants",
          flag.variants().stream().map(Flag.Variant::name).collect(Collectors.joining(", ")));
      return attributes;
    }
  }
}
