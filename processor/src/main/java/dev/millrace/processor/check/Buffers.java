package dev.millrace.processor.check;

import static dev.millrace.processor.report.Problem.BAD_SIZE;
import static dev.millrace.processor.report.Problem.HUGE_BUFFER;
import static dev.millrace.processor.report.Problem.SIZE_CONFLICT;
import static dev.millrace.processor.report.Problem.UNUSED_BUFFER;
import static dev.millrace.processor.report.Problem.UNUSED_BUFFER_TYPO;

import dev.millrace.processor.model.BufferSize;
import dev.millrace.processor.model.Channel;
import dev.millrace.processor.report.DidYouMean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether each {@code @Buffer} belongs to a channel and has a size that makes sense. */
final class Buffers {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  /** More than this many values are a slip of the keyboard, or a way to run out of memory. */
  private static final int HUGE = 1 << 20;

  private Buffers() {}

  static void check(Inspection inspection) {
    List<String> channels = inspection.topology().channels().stream().map(Channel::name).toList();
    Map<String, BufferSize> firsts = new HashMap<>();
    for (BufferSize buffer : inspection.topology().buffers()) {
      checkSize(buffer, inspection);
      BufferSize first = firsts.putIfAbsent(buffer.channel(), buffer);
      if (first != null) {
        inspection.report(
            SIZE_CONFLICT,
            first.sizeSite(),
            buffer.channel(),
            first.size(),
            buffer.size(),
            buffer.sizeSite().element());
      } else if (!channels.contains(buffer.channel())) {
        reportUnused(buffer, channels, inspection);
      }
    }
  }

  private static void checkSize(BufferSize buffer, Inspection inspection) {
    if (buffer.size() < 0) {
      inspection.report(BAD_SIZE, buffer.sizeSite(), buffer.channel(), buffer.size());
    } else if (buffer.size() > HUGE && buffer.size() != UNLIMITED) {
      inspection.report(HUGE_BUFFER, buffer.sizeSite(), buffer.size(), buffer.channel());
    }
  }

  private static void reportUnused(
      BufferSize buffer, List<String> channels, Inspection inspection) {
    DidYouMean.nearest(buffer.channel(), channels)
        .ifPresentOrElse(
            meant ->
                inspection.report(
                    UNUSED_BUFFER_TYPO, buffer.channelSite(), buffer.channel(), meant),
            () -> inspection.report(UNUSED_BUFFER, buffer.channelSite(), buffer.channel()));
  }
}
