package dev.millrace.processor;

/**
 * A source file for a test.
 *
 * @param path the path with its package, {@code demo/Shop.java}
 * @param text the whole text
 */
public record SourceText(String path, String text) {

  /** The name of the public type in it, if there is one: {@code demo.Shop}. */
  public String typeName() {
    return path.substring(0, path.length() - ".java".length()).replace('/', '.');
  }
}
