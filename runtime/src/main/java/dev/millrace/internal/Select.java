package dev.millrace.internal;

import dev.millrace.ChannelEnd;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import java.time.Duration;

/** A select over a fixed set of arms, numbered from 0; for one thread at a time. */
public sealed interface Select permits ChannelSelect, RingSelect {

  /** Lets an arm take part in the next selects or not; to be called between selects. */
  void enable(int arm, boolean enabled);

  /**
   * Sets the value that an arm offers in the next select, which must be one that sends to this end.
   */
  <T> void offer(int arm, Sender<T> end, T value);

  /**
   * Makes one arm happen if one is ready.
   *
   * @return its number, or {@link ChannelSelect#NOTHING}
   */
  int poll();

  /**
   * Waits until one arm has happened.
   *
   * @return its number; {@link ChannelSelect#ALL_OVER} if no arm can happen any more
   * @throws InterruptedException if interrupted while waiting; then no arm has happened
   * @throws IllegalStateException if guards alone keep every arm from happening for ever
   */
  int await() throws InterruptedException;

  /**
   * Waits until one arm has happened, at most so long. A time of zero or less does not wait.
   *
   * @return its number, or {@link ChannelSelect#NOTHING}
   * @throws InterruptedException as {@link #await()}
   */
  int await(Duration atMost) throws InterruptedException;

  /**
   * Waits as {@link #await()} does, for a caller that takes values until there are none. While
   * guards keep out every arm that is still open, it waits for the end of their channels: several
   * channels end one after the other, and in between a guard may be right to refuse the rest. There
   * must be no arms that send.
   *
   * @throws IllegalStateException if such a channel holds values, since it cannot end before
   *     somebody has taken them
   */
  int awaitOrEnd() throws InterruptedException;

  /**
   * Waits as {@link #awaitOrEnd()} does, at most so long. A time of zero or less does not wait.
   * What guards keep out may be let in next time: so values in its buffer are no reason to throw,
   * and it is not over while an end or a failure is untold.
   *
   * @return the arm's number, {@link ChannelSelect#NOTHING}, or {@link ChannelSelect#ALL_OVER} as
   *     soon as that is so
   * @throws InterruptedException as {@link #await()}
   */
  int awaitOrEnd(Duration atMost) throws InterruptedException;

  /** Whether no arm can ever happen again, whatever the guards say. */
  boolean isOver();

  /** Takes the value that the arm received in the last select. */
  Object takeValue(int arm);

  /** Lets go of what was offered and of what was received and not taken. */
  void forgetValues();

  /** The channel of an arm. */
  ChannelEnd channel(int arm);

  /** Whether an arm is one of this channel, perhaps as one of its subscribers sees it. */
  boolean isOf(int arm, Receiver<?> channel);
}
