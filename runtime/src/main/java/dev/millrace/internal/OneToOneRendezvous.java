package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;

/**
 * A rendezvous between two threads: a value is handed over when both are there.
 *
 * <p>Whoever comes first enters the {@link MeetingPoint} and waits there; whoever comes second
 * meets the first and goes on. So each message takes two compare-and-sets, one of each thread.
 *
 * <p>Who goes on comes back to wait with its next message, as a rule before the other has got the
 * line of the point from its core, and then finds the one message behind the other. So two messages
 * pass with each round trip of that line. (Where always the same one of the two came first, each
 * message took a round trip, and two thirds more time than here.)
 *
 * <p>How an end waits, and why no wake-up is lost, says {@link RendezvousEnd}.
 *
 * <p>Whether a waiting end was met before the channel was closed is decided as everything else is:
 * if it can still take itself out, it was not. So nothing is ever between the two, and only values
 * whose sender was refused count as {@linkplain #discarded discarded}.
 *
 * @param <T> the type of the values
 */
final class OneToOneRendezvous<T> extends OneToOneChannel<T> {

  final MeetingPoint point = new MeetingPoint();
  final SpinBudget spinning = new SpinBudget();
  final RendezvousEnd sender;
  final RendezvousEnd receiver;

  OneToOneRendezvous(String name) {
    super(name);
    sender = new RendezvousEnd(this, true, point, spinning);
    receiver = new RendezvousEnd(this, false, point, spinning);
  }

  @Override
  RendezvousEnd sender() {
    return sender;
  }

  @Override
  RendezvousEnd receiver() {
    return receiver;
  }

  // Sending

  @Override
  boolean putNow(T value) {
    TwoEnded.requireValue(value);
    sender.breatheIfToldTo();
    requireOpen();
    return give(value);
  }

  @Override
  boolean put(T value, long deadline) throws InterruptedException {
    TwoEnded.requireValue(value);
    sender.breatheIfToldTo();
    requireOpen();
    while (!give(value)) {
      if (point.enter(value)) {
        if (sender.await(value, deadline)) {
          return true;
        }
        requireOpen();
        return false;
      }
    }
    return true;
  }

  private boolean give(T value) {
    if (!point.give(value)) {
      return false;
    }
    sender.hasMet(receiver);
    return true;
  }

  private void requireOpen() {
    if (ending != null) {
      throw refusal();
    }
  }

  // Receiving

  @Override
  @Nullable
  Object take(long deadline) throws InterruptedException {
    while (true) {
      Object value = takeNow();
      if (value != null) {
        return value;
      }
      if (point.enter(MeetingPoint.RECEIVER)) {
        if (receiver.await(MeetingPoint.RECEIVER, deadline)) {
          return point.takeGiven();
        }
        return ending == null ? null : Told.ENDED;
      }
    }
  }

  @Override
  @Nullable
  Object takeNow() {
    receiver.breatheIfToldTo();
    if (ending != null) {
      return Told.ENDED;
    }
    Object value = point.takeOffered();
    if (value != null) {
      receiver.hasMet(sender);
    }
    return value;
  }

  // Closing

  /** Closes for both sides at once. There is nothing between them to return. */
  @Override
  public List<T> closeNow() {
    cutOff(null);
    return new ArrayList<>();
  }

  @Override
  @Nullable
  Throwable cause() {
    OneToOneEnding seen = ending;
    return seen == null ? null : seen.cause();
  }

  // Looking

  @Override
  boolean somebodyWaits() {
    return point.isPresent(true) || point.isPresent(false) || super.somebodyWaits();
  }

  @Override
  public int capacity() {
    return 0;
  }

  @Override
  public int size() {
    return 0;
  }
}
