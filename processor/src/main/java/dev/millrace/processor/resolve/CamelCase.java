package dev.millrace.processor.resolve;

import java.util.regex.Pattern;

/** Turns the names of channels and types into names of fields. */
public final class CamelCase {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private CamelCase() {}

  /** The field of a channel: {@code my-orders} and {@code my.orders} are {@code myOrders}. */
  public static String of(String channel) {
    StringBuilder camel = new StringBuilder();
    for (String word : BETWEEN_WORDS.split(channel, -1)) {
      camel.append(camel.isEmpty() ? decapitalise(word) : capitalise(word));
    }
    return camel.isEmpty() ? "channel" : camel.toString();
  }

  /** {@code Job} for {@code job}. */
  public static String capitalise(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** {@code job} for {@code Job}, and {@code urlReader} for {@code URLReader}. */
  public static String decapitalise(String word) {
    int capitals = 0;
    while (capitals < word.length() && Character.isUpperCase(word.charAt(capitals))) {
      capitals++;
    }
    // The last of several capitals begins the next word, unless the word ends there.
    int lowered = capitals > 1 && capitals < word.length() ? capitals - 1 : capitals;
    StringBuilder result = new StringBuilder(word);
    for (int i = 0; i < lowered; i++) {
      result.setCharAt(i, Character.toLowerCase(word.charAt(i)));
    }
    return result.toString();
  }
}
