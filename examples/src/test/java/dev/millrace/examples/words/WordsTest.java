package dev.millrace.examples.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.millrace.examples.Grep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A word is what {@code LC_ALL=C.UTF-8 grep -oP '\w+'} finds, in GNU grep up to 3.8 with PCRE2.
 *
 * <p>The counts in the table were taken from that program (grep 3.8, PCRE2 10.42): one code point
 * at least of each general category between an "a" and a "b", so that a gap gives two words and
 * anything else one.
 */
class WordsTest {

  private static final String TABLE =
      """
      0041   | 1 | Lu latin capital a
      005A   | 1 | Lu latin capital z
      0061   | 1 | Ll latin small a
      007A   | 1 | Ll latin small z
      0030   | 1 | Nd digit zero
      0039   | 1 | Nd digit nine
      005F   | 1 | Pc low line
      0040   | 2 | Po commercial at
      005B   | 2 | Ps left square bracket
      0060   | 2 | Sk grave accent
      007B   | 2 | Ps left curly bracket
      005D   | 2 | Pe right square bracket
      002F   | 2 | Po solidus
      003A   | 2 | Po colon
      002D   | 2 | Pd hyphen-minus
      0027   | 2 | Po apostrophe
      0001   | 2 | Cc start of heading
      0009   | 2 | Cc tabulation
      000D   | 2 | Cc carriage return
      007F   | 2 | Cc delete
      0085   | 2 | Cc next line
      00A0   | 2 | Zs no-break space
      00AA   | 2 | Lo feminine ordinal indicator
      00AD   | 2 | Cf soft hyphen
      00B2   | 2 | No superscript two
      00B5   | 2 | Ll micro sign
      00C4   | 2 | Lu a with diaeresis
      00E9   | 2 | Ll e with acute
      0130   | 2 | Lu i with dot above
      01C5   | 2 | Lt d with small z with caron
      02B0   | 2 | Lm modifier small h
      0301   | 2 | Mn combining acute
      0488   | 2 | Me combining cyrillic hundred thousands
      0661   | 2 | Nd arabic-indic one
      0903   | 2 | Mc devanagari visarga
      200D   | 2 | Cf zero width joiner
      2028   | 2 | Zl line separator
      2029   | 2 | Zp paragraph separator
      203F   | 2 | Pc undertie
      2160   | 2 | Nl roman one
      20AC   | 2 | Sc euro
      2200   | 2 | Sm for all
      00AB   | 2 | Pi left guillemet
      00BB   | 2 | Pf right guillemet
      2600   | 2 | So sun
      6F22   | 2 | Lo han
      E000   | 2 | Co private use
      FF11   | 2 | Nd full width one
      FF3F   | 2 | Pc full width low line
      FFFE   | 2 | Cn no character
      1D7D8  | 2 | Nd double-struck zero
      1F600  | 2 | So grinning face
      10FFFF | 2 | Cn no character
      """;

  @ParameterizedTest(name = "U+{0} {2}")
  @CsvSource(textBlock = TABLE, delimiter = '|')
  void agreesWithGrep(String codePoint, int words, String what) {
    String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
    assertEquals(words, tally(text).words(), what);
  }

  @Test
  void tableHasEveryCategory() {
    Set<Integer> covered =
        TABLE
            .lines()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .map(codePoint -> Character.getType(Integer.parseInt(codePoint, 16)))
            .collect(Collectors.toSet());
    // In a text in UTF-8 there are no surrogates; they are the one category left out.
    Set<Integer> all =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .map(Character::getType)
            .filter(category -> category != Character.SURROGATE)
            .boxed()
            .collect(Collectors.toSet());
    assertEquals(all, covered);
  }

  @Test
  void agreesWithTheGrepInstalledHereOnEveryCodePoint(@TempDir Path folder) throws Exception {
    assumeTrue(Grep.isAvailable(), "no grep with -P here");
    StringBuilder text = new StringBuilder();
    for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (Character.getType(codePoint) != Character.SURROGATE) {
        text.append('a').appendCodePoint(codePoint).append("b\n");
      }
    }
    Path file = Files.writeString(folder.resolve("all"), text);

    assertEquals(Grep.countWords(List.of(file)), tally(text.toString()).words());
  }

  private static Tally tally(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return Tally.of(new Chunk(bytes, bytes.length, true));
  }
}
