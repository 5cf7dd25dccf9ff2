package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.ChannelEnd;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.internal.OneToOneChannel;

/**
 * A channel between two stages of one thread each. The one that sends has the only contribution, so
 * the channel itself is its end.
 */
final class OneToOneLife<T> implements RunChannel<T> {

  private final OneToOneChannel<T> channel;
  private boolean hasSender;
  private boolean hasReceiver;

  OneToOneLife(OneToOneChannel<T> channel) {
    this.channel = channel;
  }

  @Override
  public Channel<T> channel() {
    return channel;
  }

  @Override
  public Sender<T> stageEnd() {
    requireFirst(!hasSender, "sends");
    hasSender = true;
    return channel;
  }

  @Override
  public Receiver<T> stageReceiver() {
    requireFirst(!hasReceiver, "receives");
    hasReceiver = true;
    return channel;
  }

  private void requireFirst(boolean first, String does) {
    if (!first) {
      throw new IllegalStateException(
          channel + " was said to be one to one, and a second stage " + does + '.');
    }
  }

  /** Runs in the thread that received, so the rest can be taken out. */
  @Override
  public void consumerEnded(Receiver<T> end) {
    channel.closeNow();
  }

  @Override
  public void endPorts() {}

  @Override
  public void fail(Throwable cause) {
    abandon(cause);
  }

  @Override
  public void abandon(Throwable cause) {
    channel.cutOff(cause);
  }

  @Override
  public boolean isEnd(ChannelEnd end) {
    return isChannel(end);
  }

  @Override
  public boolean isChannel(ChannelEnd end) {
    return end == channel;
  }

  @Override
  public boolean hasValuesForPorts() {
    return false;
  }

  @Override
  public long discarded() {
    return channel.discarded();
  }

  @Override
  public long movement() {
    return channel.movement();
  }
}
