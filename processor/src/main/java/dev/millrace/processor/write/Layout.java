package dev.millrace.processor.write;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays a generated class out as people do, where JavaPoet has habits of its own: fields stand
 * together, a javadoc of one line takes one line, an empty body is {@code {}}, and a head that is
 * too wide is broken.
 */
final class Layout {

  private static final int WIDEST_LINE = 100;

  private Layout() {}

  static String tidy(String source) {
    List<String> lines = new ArrayList<>();
    for (String line : source.lines().toList()) {
      add(line, lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(String line, List<String> lines) {
    if (isField(line) && last(lines, 0).isEmpty() && endsField(lines)) {
      removeLast(lines);
      addBroken(line, lines);
    } else if (isRestOfHead(last(lines, 0))) {
      String head = removeLast(lines);
      int at = head.lastIndexOf(" throws");
      lines.add(head.substring(0, at));
      lines.add("      " + head.substring(at).strip() + " " + line.strip());
    } else if (line.strip().equals("}") && opensHere(last(lines, 0), line)) {
      lines.add(removeLast(lines) + "}");
    } else if (line.strip().equals("*/") && last(lines, 1).strip().equals("/**")) {
      addShortJavadoc(line, lines);
    } else if (last(lines, 0).endsWith("(")
        && last(lines, 0).length() + line.strip().length() <= WIDEST_LINE) {
      lines.add(removeLast(lines) + line.strip());
    } else {
      addBroken(line, lines);
    }
  }

  private static boolean isField(String line) {
    return line.startsWith("  private final ") && line.endsWith(";");
  }

  /** Whether the line before the last is a field, or the rest of one that was broken. */
  private static boolean endsField(List<String> lines) {
    return isField(last(lines, 1))
        || (last(lines, 2).startsWith("  private final ") && last(lines, 1).endsWith(";"));
  }

  /** Whether the head of a method goes on in the next line, before or between its exceptions. */
  private static boolean isRestOfHead(String line) {
    boolean isCode = line.indexOf('"') < 0 && !line.strip().startsWith("*");
    return isCode
        && (line.endsWith(") throws") || (line.contains(") throws ") && line.endsWith(",")));
  }

  private static boolean opensHere(String opening, String closing) {
    return opening.endsWith("{") && opening.indexOf(opening.strip()) == closing.indexOf('}');
  }

  private static void addShortJavadoc(String end, List<String> lines) {
    String text = last(lines, 0).strip().substring(1).strip();
    String indent = end.substring(0, end.indexOf(" */"));
    String whole = indent + "/** " + text + " */";
    if (whole.length() > WIDEST_LINE) {
      lines.add(end);
    } else {
      removeLast(lines);
      removeLast(lines);
      lines.add(whole);
    }
  }

  private static void addBroken(String line, List<String> lines) {
    int at = line.length() > WIDEST_LINE ? breakIn(line) : -1;
    if (at > 0) {
      String indent = line.substring(0, line.length() - line.stripLeading().length());
      lines.add(line.substring(0, at));
      lines.add(indent + "    " + line.substring(at).strip());
    } else {
      lines.add(line);
    }
  }

  /** Before what a class implements, before a field's name, after a method's type variables. */
  private static int breakIn(String line) {
    if (isField(line)) {
      return line.lastIndexOf(' ');
    }
    return line.contains(" class ") ? line.indexOf(" implements ") : line.indexOf("> ") + 1;
  }

  /** The line so many before the last; empty if there are not so many. */
  private static String last(List<String> lines, int before) {
    int index = lines.size() - 1 - before;
    return index < 0 ? "" : lines.get(index);
  }

  private static String removeLast(List<String> lines) {
    return lines.remove(lines.size() - 1);
  }
}
