package dev.millrace.benchmarks.peer;

import dev.millrace.Channel;
import dev.millrace.Selector;
import dev.millrace.annotation.Nullable;
import dev.millrace.benchmarks.Item;
import java.util.List;
import java.util.stream.Stream;

/**
 * Millrace's channels, used as a library: nothing is known of who sends and receives.
 *
 * @param persistent whether selects stay registered on their channels, and nothing but selects is
 *     measured
 */
public record MillracePeer(boolean persistent) implements SelectingPeer {

  private record ChannelPipe(Channel<Item> channel) implements Pipe {
    @Override
    public void send(Item item) throws InterruptedException {
      channel.send(item);
    }

    @Override
    public Item receive() throws InterruptedException {
      return channel.receive();
    }
  }

  /**
   * What one thread selects from. Each workload either waits or looks: it has one selector only.
   */
  private static final class ChannelChoice implements Choice {
    private static final Item NOTHING = new Item(-1, -1);

    private final List<ChannelPipe> pipes;
    private final boolean persistent;
    private @Nullable Selector<Item> waiting;
    private @Nullable Selector<Item> looking;

    ChannelChoice(List<ChannelPipe> pipes, boolean persistent) {
      this.pipes = pipes;
      this.persistent = persistent;
    }

    @Override
    public Pipe arm(int index) {
      return pipes.get(index);
    }

    @Override
    public Item receive() throws InterruptedException {
      if (waiting == null) {
        waiting = build(arms());
      }
      return waiting.select();
    }

    @Override
    public @Nullable Item poll() throws InterruptedException {
      if (looking == null) {
        looking = build(arms().otherwise(() -> NOTHING));
      }
      Item item = looking.select();
      return item == NOTHING ? null : item;
    }

    private Selector.Builder<Item> arms() {
      Selector.Builder<Item> arms = Selector.fair();
      for (ChannelPipe pipe : pipes) {
        arms.receive(pipe.channel(), item -> item);
      }
      return arms;
    }

    private Selector<Item> build(Selector.Builder<Item> arms) {
      // Garbage like its channels when the trial is over, so that nobody need close it.
      return persistent ? arms.persistent() : arms.build();
    }
  }

  @Override
  public String name() {
    return persistent ? "millrace-persistent" : "millrace";
  }

  @Override
  public boolean offers(int capacity) {
    return !persistent;
  }

  @Override
  public Pipe pipe(int capacity) {
    return open(capacity);
  }

  @Override
  public Choice choice(int arms, int capacity) {
    return new ChannelChoice(
        Stream.generate(() -> open(capacity)).limit(arms).toList(), persistent);
  }

  private static ChannelPipe open(int capacity) {
    return new ChannelPipe(capacity == 0 ? Channel.rendezvous() : Channel.buffered(capacity));
  }
}
