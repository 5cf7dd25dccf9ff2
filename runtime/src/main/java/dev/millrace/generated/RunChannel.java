package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.ChannelEnd;
import dev.millrace.Receiver;
import dev.millrace.Sender;

/** A channel of a topology: when it closes, and what was sent to it and not delivered. */
sealed interface RunChannel<T> permits ChannelLife, OneToOneLife {

  /** The channel. */
  Channel<T> channel();

  /** The contribution of a stage, which may not notice that a value was refused. */
  Sender<T> stageEnd();

  /** Where a further stage receives. */
  Receiver<T> stageReceiver();

  /** The stage that receives at this end will not do so any more. */
  void consumerEnded(Receiver<T> end);

  /** Ports refuse from now on. */
  void endPorts();

  /** A stage failed. What is in the channel still reaches ports, but no stage works on it. */
  void fail(Throwable cause);

  /** Closes the channel for both sides, counts what was in it, and tells receivers why. */
  void abandon(Throwable cause);

  /** Whether it is this channel, perhaps as a subscriber sees it. */
  boolean isChannel(ChannelEnd end);

  /** Whether it is this channel, or one of the ends through which stages and ports send. */
  boolean isEnd(ChannelEnd end);

  /** Whether ports are still to receive something. */
  boolean hasValuesForPorts();

  /**
   * How many values were sent and will not be received, those dropped for want of room included.
   */
  long discarded();

  /** A number that changes whenever anything happens in the channel. */
  long movement();
}
