package dev.millrace.harness;

/** What a test thread does, when it has no result. */
@FunctionalInterface
public interface Body {
  void run() throws Exception;
}
