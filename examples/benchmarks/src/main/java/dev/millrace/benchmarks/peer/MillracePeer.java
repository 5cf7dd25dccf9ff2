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

  private record ChannelChoice(
      List<ChannelPipe> pipes, Selector<Item> waiting, Selector<Item> looking) implements Choice {
    private static final Item NOTHING = new Item(-1, -1);

    static ChannelChoice over(List<ChannelPipe> pipes, boolean persistent) {
      Selector.Builder<Item> waiting = Selector.fair();
      Selector.Builder<Item> looking = Selector.fair();
      for (ChannelPipe pipe : pipes) {
        waiting.receive(pipe.channel(), item -> item);
        looking.receive(pipe.channel(), item -> item);
      }
      looking.otherwise(() -> NOTHING);
      // Garbage like their channels when the trial is over, so that nobody need close them.
      return persistent
          ? new ChannelChoice(pipes, waiting.persistent(), looking.persistent())
          : new ChannelChoice(pipes, waiting.build(), looking.build());
    }

    @Override
    public Pipe arm(int index) {
      return pipes.get(index);
    }

    @Override
    public Item receive() throws InterruptedException {
      return waiting.select();
    }

    @Override
    public @Nullable Item poll() throws InterruptedException {
      Item item = looking.select();
      return item == NOTHING ? null : item;
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
    return ChannelChoice.over(
        Stream.generate(() -> open(capacity)).limit(arms).toList(), persistent);
  }

  private static ChannelPipe open(int capacity) {
    return new ChannelPipe(capacity == 0 ? Channel.rendezvous() : Channel.buffered(capacity));
  }
}
