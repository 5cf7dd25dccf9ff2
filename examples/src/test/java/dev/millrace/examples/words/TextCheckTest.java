package dev.millrace.examples.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "naïve café\n", "漢字", "😀", "\ufeffwith a mark", "\u007f\u0001"})
  void acceptsText(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(OptionalLong.of(bytes.length), check(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00", // NUL
        "ff", // in no UTF-8 at all
        "80", // the middle of a character
        "c3", // the beginning of one
        "e282", // two thirds of one
        "c080", // NUL in two bytes
        "e08080", // NUL in three
        "eda080", // half a pair
        "f4908080", // beyond the last character
        "f8888080" // five bytes
      })
  void refusesAnythingElseWhereverItIs(String hex) throws IOException {
    byte[] bad = HexFormat.of().parseHex(hex);
    // Around the edges of its buffer, and far behind the first one.
    for (int before : new int[] {0, 1, 65_533, 65_534, 65_535, 65_536, 65_537, 200_000}) {
      byte[] text = "x".repeat(before + 10).getBytes(UTF_8);
      System.arraycopy(bad, 0, text, before, bad.length);
      assertEquals(OptionalLong.empty(), check(text), hex + " at " + before);
    }
  }

  @Test
  void refusesATextThatEndsWithinACharacter() throws IOException {
    assertEquals(OptionalLong.empty(), check(new byte[] {'a', (byte) 0xe2, (byte) 0x82}));
  }

  @Test
  void acceptsCharactersAcrossTheEdgeOfItsBuffer() throws IOException {
    for (int before = 65_530; before < 65_540; before++) {
      byte[] text = ("x".repeat(before) + "😀é漢").getBytes(UTF_8);
      assertEquals(OptionalLong.of(text.length), check(text), "at " + before);
    }
  }

  private static OptionalLong check(byte[] bytes) throws IOException {
    return TextCheck.lengthOfText(Channels.newChannel(new ByteArrayInputStream(bytes)));
  }
}
