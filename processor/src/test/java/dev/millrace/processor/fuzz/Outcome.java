package dev.millrace.processor.fuzz;

import java.util.Set;

/** What became of one topology. */
sealed interface Outcome {

  /** It was generated, perhaps with warnings of ours, and javac had nothing to say about it. */
  record Legal(Set<String> warnings) implements Outcome {}

  /** It was refused with messages of ours, and its stand-in compiles. */
  record Refused(Set<String> codes) implements Outcome {}

  /** The compiler said what only the processor should say, or the processor failed. */
  record Violation(String message) implements Outcome {}

  /** The grammar wrote what is no Java. */
  record NoJava(String message) implements Outcome {}
}
