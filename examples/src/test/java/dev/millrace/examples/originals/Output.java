package dev.millrace.examples.originals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Runs a program to its end and keeps what it printed. */
public final class Output {

  /** A program that prints to what it is given. */
  @FunctionalInterface
  public interface Program {
    void run(PrintStream out) throws InterruptedException;
  }

  private Output() {}

  /** All that a program prints, with line feeds as line ends. */
  public static String of(Program program) throws InterruptedException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, UTF_8)) {
      program.run(out);
    }
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
