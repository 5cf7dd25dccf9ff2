package dev.millrace.processor.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message with holes: <em>what is wrong, why it matters, what to write instead</em>.
 *
 * <p>A name in braces is a hole. {@link Problems#report} fills the holes in the order in which
 * their names first appear; a name that appears again gets the same text again. A hole {@code {a
 * name}} gets the article that goes with its text.
 *
 * @param code the code in brackets, by which a reader looks it up and suppresses it
 * @param severity whether the topology can run in spite of it
 * @param text what is said, with its holes
 */
public record Wording(String code, Severity severity, String text) {

  private static final Pattern HOLE = Pattern.compile("\\{([aA] )?(\\w+)}");

  Wording(String code, Severity severity, String... lines) {
    this(code, severity, String.join("\n  ", lines));
  }

  /**
   * The whole message.
   *
   * @param details the texts for the holes, in the order in which their names first appear
   * @throws IllegalArgumentException if there are more or fewer of them than holes
   */
  String filled(String... details) {
    Map<String, String> filled = new LinkedHashMap<>();
    Matcher hole = HOLE.matcher(text);
    StringBuilder message = new StringBuilder("[").append(code).append("] ");
    while (hole.find()) {
      String name = hole.group(2);
      if (!filled.containsKey(name)) {
        if (filled.size() == details.length) {
          throw new IllegalArgumentException("Nothing fills {" + name + "} in: " + text);
        }
        filled.put(name, details[filled.size()]);
      }
      String detail = article(hole.group(1), filled.get(name)) + filled.get(name);
      hole.appendReplacement(message, Matcher.quoteReplacement(detail));
    }
    if (filled.size() < details.length) {
      throw new IllegalArgumentException(
          "There is no hole for " + details[filled.size()] + " in: " + text);
    }
    return hole.appendTail(message).toString();
  }

  /** "an " before a vowel, as most people would say it. */
  private static String article(@Nullable String wanted, String noun) {
    if (wanted == null) {
      return "";
    }
    boolean vowel = !noun.isEmpty() && "AEIOaeio".indexOf(noun.charAt(0)) >= 0;
    return vowel ? wanted.strip() + "n " : wanted;
  }
}
