package dev.millrace.processor.resolve;

/** Turns the names of channels and types into names of fields. */
public final class CamelCase {

  private CamelCase() {}

  /** The field of a channel: {@code my-orders} and {@code my.orders} are {@code myOrders}. */
  public static String of(String channel) {
    String[] words = channel.split("[^\\p{javaJavaIdentifierPart}]+|_+");
    StringBuilder camel = new StringBuilder(words.length == 0 ? "" : decapitalise(words[0]));
    for (int i = 1; i < words.length; i++) {
      camel.append(capitalise(words[i]));
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
