package dev.millrace.internal;

import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the arms of a {@link Select}, all of them of rings or none. They are numbered from 0 in
 * the order in which they are added.
 */
public final class SelectBuilder {

  final boolean fair;
  final SelectWaiter waiter = new SelectWaiter();
  final List<Arm> arms = new ArrayList<>();
  private final List<RingArm> ringArms = new ArrayList<>();
  boolean persistent;

  /**
   * Begins without arms.
   *
   * @param fair whether to choose evenly among the arms that are ready, or the first of them
   */
  public SelectBuilder(boolean fair) {
    this.fair = fair;
  }

  /** Adds an arm that receives. */
  public void addReceive(Receiver<?> channel) {
    if (channel instanceof ArmRing<?> ring) {
      ringArms.add(new RingArm(ring, false));
    } else {
      arms.add(new ReceiveArm(waiter, arms.size(), flavour(channel)));
    }
  }

  /** Adds an arm that sends. */
  public void addSend(Sender<?> end) {
    arms.add(
        switch (end) {
          case TwoEnded<?> channel -> sendArm(channel, null);
          case OneToOneChannel<?> channel -> throw notSelectable(channel);
          case SendEnd<?> part -> sendArm(part.channel(), part);
        });
  }

  /**
   * Asks, before there is any select, whether one can send to this end.
   *
   * @throws IllegalArgumentException if not; as {@link #addSend} does
   */
  public static void requireSelectable(Sender<?> end) {
    switch (end) {
      case TwoEnded<?> channel -> requireSelectable(channel);
      case OneToOneChannel<?> channel -> throw notSelectable(channel);
      case SendEnd<?> part -> requireSelectable(part.channel());
    }
  }

  private SendArm sendArm(TwoEnded<?> channel, @Nullable SendEnd<?> contribution) {
    requireSelectable(channel);
    return new SendArm(waiter, arms.size(), channel, contribution);
  }

  private static void requireSelectable(TwoEnded<?> channel) {
    if (channel instanceof RendezvousBroadcast) {
      throw new IllegalArgumentException(
          "A select cannot send to \""
              + channel.name()
              + "\": without a buffer, sending takes until every subscriber has come, and an arm"
              + " happens at once. Give it a buffer.");
    }
  }

  /** Adds an arm for the end of a channel. */
  public void addEnd(Receiver<?> channel, EndNotice notice) {
    if (channel instanceof ArmRing<?> ring) {
      ringArms.add(new RingArm(ring, true));
    } else {
      arms.add(new EndArm(waiter, arms.size(), flavour(channel), notice));
    }
  }

  private static Flavour<?> flavour(Receiver<?> receiver) {
    return switch (receiver) {
      case Flavour<?> flavour -> flavour;
      case OneToOneChannel<?> channel -> throw notSelectable(channel);
    };
  }

  private static IllegalArgumentException notSelectable(OneToOneChannel<?> channel) {
    return new IllegalArgumentException(
        channel + " belongs to one sender and one receiver. Select by a general channel.");
  }

  /** Has the select stay registered on its channels, from its making until it is deregistered. */
  public SelectBuilder persistent() {
    persistent = true;
    return this;
  }

  /** A select over the arms added; the builder is not to be used any more. */
  public ChannelSelect build() {
    if (!ringArms.isEmpty()) {
      throw notSelectable(ringArms.get(0).ring);
    }
    return new ChannelSelect(this);
  }

  /** As {@link #build}, also for arms that all are {@linkplain ArmRings rings of one select}. */
  public Select buildAny() {
    return ringArms.isEmpty() || !arms.isEmpty() ? build() : new RingSelect(fair, ringArms);
  }
}
