package com.alexandrite.cli.model;

import com.alexandrite.cli.terminal.Terminal;
import com.alexandrite.pricing.model.Assessment;
import com.alexandrite.pricing.model.MeasuringModel;
import com.alexandrite.pricing.model.ModelLimits;
import com.alexandrite.pricing.price.RateTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a 3D model as the pricing worker does. */
@Command(
    name = "model",
    description = {
      "Measure a 3D model as the pricing worker does: volume, surface, box, repairs, prices.",
      "Exit code 0: it can be priced. 1: it is refused, with the reason. 2: wrong usage."
    },
    mixinStandardHelpOptions = true)
public final class Model implements Callable<Integer> {

  @Mixin private final Terminal terminal = new Terminal();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A model: binary or text STL.")
  private Path file;

  /** Picocli fills the fields in. */
  @SuppressWarnings("NullAway.Init")
  public Model() {}

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "There is no readable file " + file + ".");
    }
    long start = System.nanoTime();
    Assessment assessment = new MeasuringModel(ModelLimits.ofThisProcess()).of(file);
    double seconds = (System.nanoTime() - start) / 1e9;
    ModelReport report = ModelReport.of(assessment, seconds);
    terminal.result(report);
    new ModelCard(terminal, RateTable.current()).show(file, assessment, report);
    return assessment instanceof Assessment.Priceable ? 0 : 1;
  }
}
