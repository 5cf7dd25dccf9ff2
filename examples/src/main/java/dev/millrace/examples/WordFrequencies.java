package dev.millrace.examples;

/** Counts the words of text files. */
public final class WordFrequencies {
  private WordFrequencies() {}

  /** Runs the program. */
  public static void main(String[] args) {
    System.out.println("words " + args.length);
    for (String arg : args) {
      System.out.println(arg);
    }
  }
}
