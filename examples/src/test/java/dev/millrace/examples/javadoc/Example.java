package dev.millrace.examples.javadoc;

import dev.millrace.examples.readme.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of code that the documentation shows.
 *
 * @param place what it documents, such as {@code Receiver.after}
 * @param code its lines, without the indentation they share
 */
record Example(String place, String code) {
  private static final Pattern PARAGRAPH = Pattern.compile("\n\n(?=\\S)");
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:(?:public|sealed|final) )*(?:class|interface|record|enum) ", Pattern.MULTILINE);
  private static final Pattern METHOD =
      Pattern.compile("[\\w<>, ]+ \\w+\\([^()]*\\)(?: throws [\\w, ]+)? \\{\n(?s:.*)");
  private static final Pattern PRINTED =
      Pattern.compile("println\\(.*\\); // (.+)$", Pattern.MULTILINE);
  private static final Pattern THEN = Pattern.compile(", then ");

  private static final String IMPORTS =
      """
      import dev.millrace.*;
      import dev.millrace.annotation.*;
      import dev.millrace.examples.javadoc.*;
      import dev.millrace.examples.jobs.*;
      import java.io.*;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;

      """;

  /**
   * The file a reader makes of it. Paragraphs that declare types or methods are declarations there,
   * and all others the statements of a program.
   */
  Snippet inSurroundings() {
    List<String> types = new ArrayList<>();
    List<String> methods = new ArrayList<>();
    List<String> statements = new ArrayList<>();
    for (String paragraph : PARAGRAPH.splitAsStream(code).toList()) {
      if (TYPE.matcher(paragraph).find()) {
        types.add(paragraph);
      } else if (METHOD.matcher(paragraph).matches()) {
        methods.add(paragraph);
      } else {
        statements.add(paragraph);
      }
    }
    return new Snippet(
        IMPORTS
            + String.join("\n\n", types)
            + "\n\nclass Example extends Surroundings {\n"
            + "public static void main(String[] arguments) throws Exception {\n"
            + "new Example().run();\n}\n\n"
            + "void run() throws Exception {\n"
            + String.join("\n\n", statements)
            + "\n}\n\n"
            + String.join("\n\n", methods)
            + "\n}\n");
  }

  /** The lines it says it prints, in comments behind {@code println}; none if it does not say. */
  List<String> printed() {
    return PRINTED
        .matcher(code)
        .results()
        .flatMap(comment -> THEN.splitAsStream(comment.group(1)))
        .toList();
  }
}
