package com.alexandrite.cli.model;

import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.messages.Money;
import com.alexandrite.pricing.model.Assessment;
import com.alexandrite.pricing.model.Box;
import com.alexandrite.pricing.model.PricedBody;
import com.alexandrite.pricing.price.Metal;
import com.alexandrite.pricing.price.PriceRules;
import com.alexandrite.pricing.price.RateTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The result of the command for people. */
final class ModelCard {

  private final Terminal terminal;
  private final PriceRules rules;

  ModelCard(Terminal terminal, RateTable rates) {
    this.terminal = terminal;
    this.rules = new PriceRules(rates);
  }

  void show(Path file, Assessment assessment, ModelReport report) throws IOException {
    String name = terminal.strong(String.valueOf(file.getFileName()));
    switch (assessment) {
      case Assessment.Priceable priceable -> {
        terminal.say(name + "  " + terminal.good("priceable"));
        terminal.say("");
        stored(file, report);
        body(priceable.body());
        mended(report);
        prices(priceable.body());
      }
      case Assessment.Refused refused -> {
        terminal.say(name + "  " + terminal.bad("refused: " + refused.reason().word()));
        terminal.say(refused.detail());
        terminal.say("Next: " + refused.reason().advice());
        terminal.say("");
        stored(file, report);
      }
    }
    terminal.say(
        terminal.dim(String.format(Locale.ROOT, "Measured in %.1f ms.", report.seconds() * 1000)));
  }

  private void stored(Path file, ModelReport report) throws IOException {
    StringBuilder line = new StringBuilder();
    if (report.format() != null) {
      line.append(report.format());
      line.append(report.encoding() == null ? "" : " (" + report.encoding() + ")").append(", ");
    }
    line.append(String.format(Locale.ROOT, "%,d bytes", Files.size(file)));
    line.append(
        report.triangles() == null
            ? ""
            : String.format(Locale.ROOT, ", %,d triangles", report.triangles()));
    row("File", line.toString());
    if (report.triangles() != null && report.unit() != null) {
      row("Unit", report.unit() + ", assumed: the format states none");
    }
  }

  private void body(PricedBody body) {
    Box box = body.box();
    row("Volume", String.format(Locale.ROOT, "%,.3f mm³", body.volumeMm3()));
    row("Surface", String.format(Locale.ROOT, "%,.3f mm²", body.surfaceMm2()));
    row(
        "Box",
        String.format(
            Locale.ROOT, "%,.3f × %,.3f × %,.3f mm", box.sizeX(), box.sizeY(), box.sizeZ()));
    row("Body", counted(body.shells(), "shell") + ", " + counted(body.genus(), "opening"));
  }

  private void mended(ModelReport report) {
    row("Repairs", report.repairs().isEmpty() ? "none" : String.join(", ", report.repairs()));
    if (!report.warnings().isEmpty()) {
      row("Warnings", terminal.warning(String.join(", ", report.warnings())));
    }
  }

  private void prices(PricedBody body) {
    terminal.say("");
    terminal.say("One piece, with VAT, by the rates " + rules.rates().version() + ":");
    List<Metal> metals =
        rules.rates().metals().values().stream()
            .sorted(Comparator.comparing(Metal::gram).thenComparing(Metal::code))
            .toList();
    for (Metal metal : metals) {
      Money total = rules.price(body, metal, 1).total();
      terminal.say(
          String.format(
              Locale.ROOT, "  %-22s %,12.2f %s", metal.name(), total.amount(), total.currency()));
    }
  }

  private void row(String label, String value) {
    terminal.say("  " + terminal.dim(String.format(Locale.ROOT, "%-10s", label)) + value);
  }

  private static String counted(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
