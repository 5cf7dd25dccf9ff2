package dev.millrace.examples.words;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Tells text from binary: text is well-formed UTF-8 throughout and has no NUL byte. */
final class TextCheck {
  private static final int BUFFER_SIZE = 64 * 1024;

  private TextCheck() {}

  /**
   * Reads a channel to its end.
   *
   * @return its length in bytes, or empty as soon as it turns out not to be text
   */
  static OptionalLong lengthOfText(ReadableByteChannel channel) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE);
    CharBuffer ignored = CharBuffer.allocate(BUFFER_SIZE);
    long length = 0;
    while (true) {
      int begin = bytes.position();
      int count = channel.read(bytes);
      if (hasNul(bytes.array(), begin, bytes.position())) {
        return OptionalLong.empty();
      }
      bytes.flip();
      CoderResult result = decoder.decode(bytes, ignored.clear(), count < 0);
      if (result.isError()) {
        return OptionalLong.empty();
      }
      if (count < 0) {
        return OptionalLong.of(length);
      }
      length += count;
      // What is left is the beginning of a character whose end is still to be read.
      bytes.compact();
    }
  }

  private static boolean hasNul(byte[] bytes, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
