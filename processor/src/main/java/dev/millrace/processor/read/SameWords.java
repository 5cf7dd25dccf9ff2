package dev.millrace.processor.read;

import dev.millrace.processor.read.Annotations.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether two declarations of one method say the same, wherever they were written. */
final class SameWords {

  private SameWords() {}

  static boolean in(AnnotatedMethod one, AnnotatedMethod other) {
    return name(one.producer()).equals(name(other.producer()))
        && name(one.consumer()).equals(name(other.consumer()))
        && name(one.request()).equals(name(other.request()))
        && names(one.closings()).equals(names(other.closings()))
        && (one.select() == null) == (other.select() == null)
        && arms(one).equals(arms(other))
        && ends(one).equals(ends(other));
  }

  /** Which channel each parameter is an end of. */
  private static List<String> ends(AnnotatedMethod said) {
    return said.annotatedParameters().stream()
        .map(parameter -> name(parameter.consumer()) + "->" + name(parameter.producer()))
        .toList();
  }

  /** What each parameter stands for. */
  private static List<String> arms(AnnotatedMethod said) {
    return said.method().element().getParameters().stream()
        .map(
            parameter -> {
              Annotations.Arm arm = Annotations.arm(parameter);
              String otherwise = Annotations.otherwise(parameter) == null ? "" : "otherwise";
              return arm == null
                  ? otherwise
                  : arm.channel().channel() + " " + arm.closed() + " " + name(arm.when());
            })
        .toList();
  }

  private static String name(@Nullable Named named) {
    return named == null ? "" : named.channel();
  }

  private static List<String> names(@Nullable List<Named> named) {
    return named == null ? List.of() : named.stream().map(Named::channel).toList();
  }
}
