package dev.millrace.generated;

import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelInterruptedException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether a stage threw only because it was made to end: its channel was closed, or it was
 * interrupted. User code likes to wrap both, so the causes are looked at as well.
 */
final class OrderlyEnd {

  /** Causes may go round in a circle. */
  private static final int MOST_CAUSES = 50;

  private OrderlyEnd() {}

  /** The exception of a closed channel that is behind what was thrown, if there is one. */
  static Optional<ChannelClosedException> closedChannel(Throwable thrown) {
    return causes(thrown)
        .filter(ChannelClosedException.class::isInstance)
        .map(ChannelClosedException.class::cast)
        .findFirst();
  }

  /** Whether an interrupt is behind what the current thread threw. */
  static boolean isInterruption(Throwable thrown) {
    return causes(thrown).anyMatch(OrderlyEnd::saysInterrupted);
  }

  private static boolean saysInterrupted(Throwable thrown) {
    return switch (thrown) {
      case InterruptedException e -> true;
      case ChannelInterruptedException e -> true;
      case ClosedByInterruptException e -> true;
      case FileLockInterruptionException e -> true;
      case SocketTimeoutException e -> false;
      case InterruptedIOException e -> true;
      // So says a socket in a virtual thread, which leaves the flag set.
      case SocketException e -> Thread.currentThread().isInterrupted();
      default -> false;
    };
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
  }
}
