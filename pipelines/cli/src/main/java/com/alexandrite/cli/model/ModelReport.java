package com.alexandrite.cli.model;

import com.alexandrite.pricing.model.Assessment;
import com.alexandrite.pricing.model.Box;
import com.alexandrite.pricing.model.ModelFormat;
import com.alexandrite.pricing.model.ModelWarning;
import com.alexandrite.pricing.model.Repair;
import com.alexandrite.pricing.model.Topology;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of the command for programs. Triangles, surface, box, shells, closed and genus tell of
 * the file as it is; the volume is the one to price, after the repairs. What is not known is null.
 */
record ModelReport(
    String verdict,
    @Nullable String reason,
    @Nullable String detail,
    @Nullable String format,
    @Nullable String encoding,
    @Nullable String unit,
    @Nullable Integer triangles,
    @Nullable Double volumeMm3,
    @Nullable Double surfaceMm2,
    @Nullable Extent box,
    @Nullable Integer shells,
    @Nullable Boolean closed,
    @Nullable Integer genus,
    List<String> repairs,
    List<String> warnings,
    double seconds) {

  /** A box in millimetres: corners and edges along x, y, z. */
  record Extent(List<Double> min, List<Double> max, List<Double> size) {

    static Extent of(Box box) {
      return new Extent(
          List.of(box.minX(), box.minY(), box.minZ()),
          List.of(box.maxX(), box.maxY(), box.maxZ()),
          List.of(box.sizeX(), box.sizeY(), box.sizeZ()));
    }
  }

  static ModelReport of(Assessment assessment, double seconds) {
    return switch (assessment) {
      case Assessment.Priceable priceable -> priceable(priceable, seconds);
      case Assessment.Refused refused -> refused(refused, seconds);
    };
  }

  private static ModelReport priceable(Assessment.Priceable priceable, double seconds) {
    List<String> repairs = priceable.repairs().stream().map(Repair::word).toList();
    List<String> warnings = priceable.warnings().stream().map(ModelWarning::word).toList();
    Assessment.Stored stored = priceable.stored();
    double volume = priceable.body().volumeMm3();
    return report(
        "priceable", null, null, stored.format(), stored, volume, repairs, warnings, seconds);
  }

  private static ModelReport refused(Assessment.Refused refused, double seconds) {
    return report(
        "refuse",
        refused.reason().word(),
        refused.detail(),
        refused.format(),
        refused.stored(),
        null,
        List.of(),
        List.of(),
        seconds);
  }

  private static ModelReport report(
      String verdict,
      @Nullable String reason,
      @Nullable String detail,
      @Nullable ModelFormat format,
      Assessment.@Nullable Stored stored,
      @Nullable Double volume,
      List<String> repairs,
      List<String> warnings,
      double seconds) {
    Topology topology = stored == null ? null : stored.topology();
    return new ModelReport(
        verdict,
        reason,
        detail,
        format == null ? null : format.word(),
        format == null ? null : format.encoding(),
        format == null || stored == null ? null : format.unit(),
        stored == null ? null : stored.figures().triangles(),
        volume,
        stored == null ? null : stored.figures().surfaceMm2(),
        stored == null ? null : Extent.of(stored.figures().box()),
        topology == null ? null : topology.shells(),
        topology == null ? null : topology.closed(),
        topology == null ? null : topology.genus(),
        repairs,
        warnings,
        seconds);
  }
}
