package dev.millrace.benchmarks.peer;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.Select;
import com.softwaremill.jox.SelectClause;
import dev.millrace.annotation.Nullable;
import dev.millrace.benchmarks.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Jox: Kotlin's algorithm for virtual threads. */
public final class JoxPeer implements SelectingPeer {

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

  /** Its select takes clauses anew for each call, and the first that is ready. */
  private static final class ChannelChoice implements Choice {
    private static final Item NOTHING = new Item(-1, -1);

    private final List<ChannelPipe> pipes;
    private final SelectClause<Item>[] waiting;
    private final SelectClause<Item>[] looking;

    ChannelChoice(List<ChannelPipe> pipes) {
      this.pipes = pipes;
      List<SelectClause<Item>> clauses = new ArrayList<>();
      for (ChannelPipe pipe : pipes) {
        clauses.add(pipe.channel().receiveClause());
      }
      waiting = array(clauses);
      clauses.add(Select.defaultClause(NOTHING));
      looking = array(clauses);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // There are no arrays of a generic type.
    private static SelectClause<Item>[] array(List<SelectClause<Item>> clauses) {
      return clauses.toArray(new SelectClause[0]);
    }

    @Override
    public Pipe arm(int index) {
      return pipes.get(index);
    }

    @Override
    public Item receive() throws InterruptedException {
      return Select.select(waiting);
    }

    @Override
    public @Nullable Item poll() throws InterruptedException {
      Item item = Select.select(looking);
      return item == NOTHING ? null : item;
    }
  }

  @Override
  public String name() {
    return "jox";
  }

  @Override
  public boolean offers(int capacity) {
    return true;
  }

  @Override
  public Pipe pipe(int capacity) {
    return open(capacity);
  }

  @Override
  public Choice choice(int arms, int capacity) {
    return new ChannelChoice(Stream.generate(() -> open(capacity)).limit(arms).toList());
  }

  private static ChannelPipe open(int capacity) {
    return new ChannelPipe(
        capacity == 0 ? Channel.newRendezvousChannel() : Channel.newBufferedChannel(capacity));
  }
}
