package dev.millrace.examples.words;

/**
 * A piece of a text in UTF-8 that begins and ends between words. It belongs to whoever received it.
 */
public final class Chunk {
  private final byte[] bytes;
  private final int length;
  private final boolean startsLine;

  /**
   * Makes a chunk of the first {@code length} bytes, without copying them.
   *
   * @param startsLine whether the first byte begins a line of its text
   */
  Chunk(byte[] bytes, int length, boolean startsLine) {
    this.bytes = bytes;
    this.length = length;
    this.startsLine = startsLine;
  }

  byte at(int index) {
    return bytes[index];
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  boolean startsLine() {
    return startsLine;
  }
}
