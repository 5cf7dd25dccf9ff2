package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;

/**
 * Very many of one thing, all there at the same time: how much memory each of them keeps. The time
 * is what it takes to make one.
 */
public record Footprint(Thing of) implements Workload {

  /** What there is many of. */
  public enum Thing {
    /** A channel without a buffer that nobody uses. */
    RENDEZVOUS("idle-rendezvous", "idle channel, rendezvous", 1_000_000),
    /** A channel with room for {@link Footprint#ROOM} values that nobody uses. */
    BUFFERED("idle-buffer-16", "idle channel, buffer 16", 1_000_000),
    /** A thread that waits to receive, with the channel it waits at. */
    RECEIVER("waiting-receiver", "waiting receiver, its thread and its channel", 100_000),
    /** A value in a buffer of the needed size; the value itself does not count. */
    MESSAGE("message-in-flight", "message in flight", 1_000_000);

    private final String id;
    private final String title;
    private final int many;

    Thing(String id, String title, int many) {
      this.id = id;
      this.title = title;
      this.many = many;
    }

    /** {@return the room in each channel, if there are so many things} */
    public int capacity(int size) {
      return switch (this) {
        case RENDEZVOUS, RECEIVER -> 0;
        case BUFFERED -> ROOM;
        case MESSAGE -> size;
      };
    }
  }

  /** The room in an idle channel that has any. */
  public static final int ROOM = 16;

  @Override
  public String id() {
    return of.id;
  }

  @Override
  public String title() {
    return of.title;
  }

  @Override
  public Sizes sizes() {
    return new Sizes(of.many, of.many / 10, 50);
  }

  @Override
  public boolean measuresMemory() {
    return true;
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(of.capacity(1)) && peer.isShared();
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    return switch (of) {
      case RENDEZVOUS, BUFFERED -> new Keeping(size, () -> channels(peer, size));
      case RECEIVER -> receivers(peer, size);
      case MESSAGE -> messages(peer, size);
    };
  }

  private Keeping.Kept channels(Peer peer, int size) {
    Pipe[] pipes = new Pipe[size];
    for (int i = 0; i < size; i++) {
      pipes[i] = peer.pipe(of.capacity(size));
    }
    return Keeping.Kept.of(pipes);
  }

  private static Trial receivers(Peer peer, int size) {
    Item[] items = Item.of(0, size);
    return new Keeping(
        size,
        () -> {
          Pipe[] pipes = new Pipe[size];
          Crew crew = new Crew(peer);
          for (int i = 0; i < size; i++) {
            Item expected = items[i];
            Pipe pipe = peer.pipe(0);
            pipes[i] = pipe;
            crew.start(() -> check(expected, pipe.receive()));
          }
          crew.awaitWaiting();
          return () -> {
            for (int i = 0; i < size; i++) {
              pipes[i].send(items[i]);
            }
            crew.join();
          };
        });
  }

  private static Trial messages(Peer peer, int size) {
    Item[] items = Item.of(0, size);
    return new Keeping(
        size,
        () -> {
          Pipe pipe = peer.pipe(size);
          for (Item item : items) {
            pipe.send(item);
          }
          return () -> {
            for (Item item : items) {
              check(item, pipe.receive());
            }
          };
        });
  }

  private static void check(Item expected, Item arrived) {
    if (arrived != expected) {
      throw new Fault("In place of " + expected + " came " + arrived + ".");
    }
  }
}
