package dev.millrace.internal;

import dev.millrace.annotation.Nullable;
import java.time.Duration;

/**
 * The one reply that one thread waits for, outside of any channel.
 *
 * <p>As with every {@link Waiter}, one compare-and-set decides what happens: the reply comes, it is
 * lost, or the waiting thread gives up. A reply that comes after that is dropped.
 */
public final class Reply extends Waiter {

  private static final int CAME = 0;
  private static final int LOST = 1;

  private final String from;
  private final long deadline;

  /** Written by the one thread that replies, before its claim; read after that claim. */
  private @Nullable Object content;

  private Reply(String from, long deadline) {
    this.from = from;
    this.deadline = deadline;
    // Who replies waits for the next request in a channel, and takes the breaths.
    begin(false);
  }

  /**
   * {@return a reply that the current thread will wait for}
   *
   * @param from who is to reply, for {@link #activity}
   */
  public static Reply from(String from) {
    return new Reply(from, FOREVER);
  }

  /**
   * {@return a reply that the current thread will wait for until so much time has passed from now}
   *
   * @param from who is to reply, for {@link #activity}
   */
  public static Reply from(String from, Duration atMost) {
    return new Reply(from, Deadline.in(Deadline.nanos(atMost)));
  }

  /**
   * Gives the reply, unless nobody waits for it any more. By one thread only; the first reply
   * counts.
   */
  public void give(Object reply) {
    if (!isWaiting()) {
      return; // What was given before may be read at this moment.
    }
    content = reply;
    if (claim(CAME)) {
      wake();
    }
  }

  /** Says that there will be no reply, unless it has come or nobody waits for it any more. */
  public void lose() {
    if (claim(LOST)) {
      wake();
    }
  }

  /** What came of a reply. */
  public enum Outcome {
    /** It is there. */
    CAME,
    /** It will never come. */
    LOST,
    /** It did not come in time. */
    LATE
  }

  /**
   * Waits for the reply. Only by the thread that made it, once.
   *
   * @throws InterruptedException if interrupted; then a reply that comes is dropped
   */
  public Outcome await() throws InterruptedException {
    int outcome = WAITING;
    while (outcome == WAITING) {
      outcome = park(deadline, FOREVER);
    }
    return switch (outcome) {
      case CAME -> Outcome.CAME;
      case LOST -> Outcome.LOST;
      default -> Outcome.LATE;
    };
  }

  /** The reply; only after {@link #await} has said that it came. */
  public @Nullable Object content() {
    return content;
  }

  /** Its first is its only wait. */
  @Override
  public int waits() {
    return 1;
  }

  @Override
  public String activity() {
    return "waiting for the reply of " + from;
  }

  @Override
  public String toString() {
    return activity();
  }
}
