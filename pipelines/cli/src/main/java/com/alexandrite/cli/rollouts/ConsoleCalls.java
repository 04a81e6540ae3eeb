package com.alexandrite.cli.rollouts;

import com.alexandrite.cli.platform.Installation;
import com.alexandrite.cli.terminal.CommandFailed;
import java.io.IOException;

/** Questions to the console whose failures end the command with a next step. */
public final class ConsoleCalls {
  private ConsoleCalls() {}

  /** A question to the console. */
  @FunctionalInterface
  public interface Call<T> {
    /** Asks. */
    T with(Console console) throws IOException, ConsoleRefused, InterruptedException;
  }

  /**
   * Asks the console of this installation.
   *
   * @throws CommandFailed when it does not answer or says no
   */
  public static <T> T ask(Installation installation, Call<T> call) throws InterruptedException {
    return ask(installation, call, "./alexandrite rollouts list");
  }

  /**
   * The same.
   *
   * @param afterRefusal what a person can do when the console says no
   */
  public static <T> T ask(Installation installation, Call<T> call, String afterRefusal)
      throws InterruptedException {
    try {
      return call.with(Console.of(installation));
    } catch (ConsoleRefused refused) {
      throw new CommandFailed(refused.explanation(), afterRefusal);
    } catch (IOException away) {
      throw new CommandFailed(
          "The console does not answer.", "./alexandrite status; ./alexandrite up repairs it");
    }
  }
}
