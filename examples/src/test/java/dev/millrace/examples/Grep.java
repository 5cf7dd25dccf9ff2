package dev.millrace.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The independent count: {@code LC_ALL=C.UTF-8 grep -oP '\w+' | wc -l}. */
public final class Grep {
  private static final String WORDS = "\\w+";

  /** What {@code \w+} finds up to version 3.8; from 3.9 on it finds other letters as well. */
  private static final String ASCII_WORDS = "[0-9A-Za-z_]+";

  private Grep() {}

  /** Whether there is a grep here that understands Perl's expressions. */
  public static boolean isAvailable() throws InterruptedException {
    try {
      return run("a", List.of("a"), "-P") == 1;
    } catch (IOException e) {
      return false;
    }
  }

  /** How many words grep finds in some text files. */
  public static long countWords(List<Path> files) throws IOException, InterruptedException {
    boolean unicode = run("\u00e9", List.of(WORDS), "-oP") > 0;
    List<String> arguments = new ArrayList<>();
    arguments.add(unicode ? ASCII_WORDS : WORDS);
    files.forEach(file -> arguments.add(file.toString()));
    return run("", arguments, "-ohP");
  }

  /** Runs grep and counts the lines it prints. */
  private static long run(String input, List<String> arguments, String options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("grep", options, "-e"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process grep = builder.start();
    grep.getOutputStream().write(input.getBytes(UTF_8));
    grep.getOutputStream().close();
    long lines = 0;
    try (BufferedReader output = grep.inputReader(UTF_8)) {
      while (output.readLine() != null) {
        lines++;
      }
    }
    int status = grep.waitFor();
    if (status > 1) {
      throw new IOException("grep ended with status " + status);
    }
    return lines;
  }
}
