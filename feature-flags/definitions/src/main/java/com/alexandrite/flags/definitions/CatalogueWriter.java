package com.alexandrite.flags.definitions;

import com.alexandrite.flags.Flag.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the Java constants of the definitions: the build runs it. */
public final class CatalogueWriter {
  private static final String PACKAGE = "com.alexandrite.flags.catalogue";

  private final FlagDefinitions definitions;

  CatalogueWriter(FlagDefinitions definitions) {
    this.definitions = definitions;
  }

  /**
   * Reads the definitions of a checkout and writes {@code Features.java} below a source folder.
   *
   * @param arguments the checkout, the source folder
   * @throws BadDefinitions naming file and line of each mistake; nothing is written then
   * @throws IOException when a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    FlagDefinitions definitions = DefinitionFolder.read(Path.of(arguments[0])).accepted();
    Path folder = Path.of(arguments[1]).resolve(PACKAGE.replace('.', '/'));
    Files.createDirectories(folder);
    Path file = folder.resolve("Features.java");
    String source = new CatalogueWriter(definitions).source();
    // An equal file keeps its time, so that Maven does not compile all that needs it once more.
    if (!Files.exists(file) || !Files.readString(file).equals(source)) {
      Files.writeString(file, source);
    }
  }

  String source() {
    List<FlagDefinition> flags = definitions.flags();
    return """
    package %s;

    import com.alexandrite.flags.Flag;
    import com.alexandrite.flags.FlagType;
    import com.alexandrite.flags.Unit;
    import java.util.List;
    import javax.annotation.processing.Generated;

    /** Every flag that code may ask for, made from the definitions. */
    @Generated("%s")
    public final class Features {
    %s
      /** All of them, each at the place of its index. */
      public static final List<Flag<?>> ALL =
          List.of(
    %s);

      private Features() {}
    }
    """
        .formatted(
            PACKAGE,
            CatalogueWriter.class.getName(),
            IntStream.range(0, flags.size())
                .mapToObj(at -> constant(at, flags.get(at)))
                .collect(Collectors.joining()),
            flags.stream()
                .map(flag -> "          " + name(flag.key()))
                .collect(Collectors.joining(",\n")));
  }

  /** The constant's name of a key: {@code PRICE_BREAKDOWN} of {@code price-breakdown}. */
  public static String name(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String constant(int index, FlagDefinition flag) {
    return """

      /**
       * %s
       *
       * <p>Type %s, by %s, owned by %s, created %s, %s. Variants: %s.
       */
      public static final Flag<%s> %s =
          new Flag<>(
              %d,
              "%s",
              FlagType.%s,
              Unit.%s,
              List.of(%s),
              "%s",
              "%s");
    """
        .formatted(
            comment(flag.description()),
            flag.type().word(),
            flag.unit().word(),
            flag.owner(),
            flag.created(),
            expiry(flag.expires()),
            flag.variants().stream()
                .map(one -> "{@code %s} %s".formatted(one.name(), comment(shown(one.value()))))
                .collect(Collectors.joining(", ")),
            javaType(flag),
            name(flag.key()),
            index,
            flag.key(),
            flag.type().name(),
            flag.unit().name(),
            flag.variants().stream()
                .map(CatalogueWriter::variant)
                .collect(Collectors.joining(", ")),
            flag.fallback(),
            flag.owner());
  }

  private static String expiry(@Nullable LocalDate expires) {
    return expires == null ? "lives as long as its capability" : "expires " + expires;
  }

  private static String javaType(FlagDefinition flag) {
    return switch (flag.value()) {
      case BOOLEAN -> "Boolean";
      case NUMBER -> "Double";
      case STRING, JSON -> "String";
    };
  }

  private static String variant(Variant<?> variant) {
    Object value = variant.value();
    String literal = value instanceof String text ? Json.quoted(text) : value.toString();
    return "new Flag.Variant<>(\"" + variant.name() + "\", " + literal + ")";
  }

  private static String shown(Object value) {
    return value instanceof Double number ? Json.number(number) : value.toString();
  }

  /** Text that cannot end the comment, open a tag, or be read as an escape. */
  private static String comment(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("*/", "*&#47;")
        .replace("\\", "&#92;")
        .replace("@", "&#64;");
  }
}
