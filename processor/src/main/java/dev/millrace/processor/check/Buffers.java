package dev.millrace.processor.check;

import static dev.millrace.processor.report.BufferProblem.BAD_SIZE;
import static dev.millrace.processor.report.BufferProblem.HUGE_BUFFER;
import static dev.millrace.processor.report.BufferProblem.OVERFLOW_OF_LATEST;
import static dev.millrace.processor.report.BufferProblem.OVERFLOW_OF_UNLIMITED;
import static dev.millrace.processor.report.BufferProblem.OVERFLOW_WITHOUT_BUFFER;
import static dev.millrace.processor.report.BufferProblem.SIZE_CONFLICT;
import static dev.millrace.processor.report.BufferProblem.UNUSED_BUFFER;
import static dev.millrace.processor.report.BufferProblem.UNUSED_BUFFER_TYPO;

import dev.millrace.processor.model.Buffer;
import dev.millrace.processor.model.Buffer.Overflow;
import dev.millrace.processor.model.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether each {@code @Buffer} belongs to a channel, and what it says makes sense. */
final class Buffers {

  /** More than this many values are a slip of the keyboard, or a way to run out of memory. */
  private static final int HUGE = 1 << 20;

  private Buffers() {}

  static void check(Inspection inspection) {
    List<String> channels = inspection.topology().channels().stream().map(Channel::name).toList();
    Map<String, Buffer> firsts = new HashMap<>();
    for (Buffer buffer : inspection.topology().buffers()) {
      checkSize(buffer, inspection);
      checkOverflow(buffer, inspection);
      Buffer first = firsts.putIfAbsent(buffer.channel(), buffer);
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

  private static void checkSize(Buffer buffer, Inspection inspection) {
    if (buffer.size() < 0) {
      inspection.report(BAD_SIZE, buffer.sizeSite(), buffer.channel(), buffer.size());
    } else if (buffer.size() > HUGE && buffer.size() != Buffer.UNLIMITED) {
      inspection.report(HUGE_BUFFER, buffer.sizeSite(), buffer.size(), buffer.channel());
    }
  }

  private static void checkOverflow(Buffer buffer, Inspection inspection) {
    if (buffer.overflow() == Overflow.WAIT || buffer.size() < 0) {
      return;
    }
    if (buffer.overflow() == Overflow.LATEST) {
      if (buffer.size() != 1) {
        inspection.report(
            OVERFLOW_OF_LATEST, buffer.sizeSite(), buffer.channel(), sizeInWords(buffer));
      }
    } else if (buffer.size() == 0) {
      inspection.report(
          OVERFLOW_WITHOUT_BUFFER, buffer.overflowSite(), buffer.channel(), buffer.overflow());
    } else if (buffer.size() == Buffer.UNLIMITED) {
      inspection.report(
          OVERFLOW_OF_UNLIMITED, buffer.overflowSite(), buffer.channel(), buffer.overflow());
    }
  }

  private static String sizeInWords(Buffer buffer) {
    return buffer.size() == Buffer.UNLIMITED ? "unlimited" : String.valueOf(buffer.size());
  }

  private static void reportUnused(Buffer buffer, List<String> channels, Inspection inspection) {
    inspection.reportUnknown(
        buffer.channel(), buffer.channelSite(), channels, UNUSED_BUFFER_TYPO, UNUSED_BUFFER);
  }
}
