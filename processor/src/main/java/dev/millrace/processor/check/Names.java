package dev.millrace.processor.check;

import static dev.millrace.processor.report.NameProblem.BAD_NAME;
import static dev.millrace.processor.report.NameProblem.CASE_ONLY;
import static dev.millrace.processor.report.NameProblem.EMPTY_NAME;
import static dev.millrace.processor.report.NameProblem.SAME_FIELD;

import dev.millrace.processor.model.Channel;
import dev.millrace.processor.model.Endpoint;
import dev.millrace.processor.resolve.CamelCase;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether each name is a name, and no two of them are easily confused. */
final class Names {

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_.-]*");

  private Names() {}

  static void check(Inspection inspection) {
    List<Channel> channels = inspection.topology().channels();
    channels.forEach(channel -> checkSpelling(channel, inspection));
    for (int later = 1; later < channels.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        checkPair(channels.get(earlier), channels.get(later), inspection);
      }
    }
  }

  private static void checkSpelling(Channel channel, Inspection inspection) {
    Endpoint first = firstUse(channel);
    if (channel.name().isEmpty()) {
      inspection.report(EMPTY_NAME, first.site(), annotationOf(first));
    } else if (!NAME.matcher(channel.name()).matches()) {
      inspection.report(BAD_NAME, first.site(), channel.name());
    } else {
      return;
    }
    inspection.explain(channel.name());
  }

  private static void checkPair(Channel one, Channel other, Inspection inspection) {
    if (inspection.isExplained(one.name()) || inspection.isExplained(other.name())) {
      return;
    }
    if (one.name().equalsIgnoreCase(other.name())) {
      // The one with both ends is right; of two halves, neither is, and both have been explained.
      boolean oneIsRight = isComplete(one);
      Channel wrong = oneIsRight ? other : one;
      Channel right = oneIsRight ? one : other;
      inspection.report(CASE_ONLY, firstUse(wrong).site(), wrong.name(), right.name());
      inspection.explain(wrong.name());
      if (!isComplete(right)) {
        inspection.explain(right.name());
      }
    } else if (CamelCase.of(one.name()).equals(CamelCase.of(other.name()))) {
      inspection.report(
          SAME_FIELD, firstUse(other).site(), one.name(), other.name(), inspection.generatedName());
    }
  }

  private static boolean isComplete(Channel channel) {
    return !channel.puts().isEmpty() && !channel.takes().isEmpty();
  }

  private static Endpoint firstUse(Channel channel) {
    return Stream.concat(channel.puts().stream(), channel.takes().stream())
        .findFirst()
        .orElseThrow();
  }

  private static String annotationOf(Endpoint end) {
    var annotation = end.site().annotation();
    return annotation == null
        ? "Producer"
        : annotation.getAnnotationType().asElement().getSimpleName().toString();
  }
}
