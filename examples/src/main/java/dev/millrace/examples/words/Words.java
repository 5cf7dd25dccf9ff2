package dev.millrace.examples.words;

/**
 * What a word is: a run of ASCII letters, digits and underscores, upper and lower case told apart.
 *
 * <p>That is {@code \w+} of Perl's regular expressions without Unicode properties, as {@code grep
 * -P} understands it up to version 3.8, in every locale. In UTF-8 no byte of any other character
 * looks like an ASCII one, so words can be found in bytes without decoding them.
 */
final class Words {

  /** A longer word is counted like any other, but known by its first so many characters only. */
  static final int LONGEST = 256;

  private Words() {}

  static boolean isPart(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
  }
}
