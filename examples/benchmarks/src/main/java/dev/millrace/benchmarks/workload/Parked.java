package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Fault;
import dev.millrace.benchmarks.Item;
import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;
import dev.millrace.benchmarks.peer.Pipe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Very many threads wait to receive one value each, from channels of their own or all from one;
 * then all values are sent. An operation is one of the threads: its start, park, wake-up and end.
 */
public record Parked(boolean ownChannels) implements Workload {

  @Override
  public String id() {
    return ownChannels ? "parked-own-channels" : "parked-one-channel";
  }

  @Override
  public String title() {
    return ownChannels ? "parked receivers, own channels" : "parked receivers, one channel";
  }

  @Override
  public Sizes sizes() {
    return new Sizes(100_000, 20_000, 50);
  }

  @Override
  public boolean suits(Peer peer) {
    return peer.offers(0) && (ownChannels || peer.isShared());
  }

  @Override
  public Trial prepare(Peer peer, int size) {
    Item[] items = Item.of(0, size);
    return () -> {
      Pipe[] pipes = new Pipe[size];
      for (int i = 0; i < size; i++) {
        pipes[i] = ownChannels || i == 0 ? peer.pipe(0) : pipes[0];
      }
      AtomicIntegerArray arrived = new AtomicIntegerArray(size);
      CountDownLatch started = new CountDownLatch(size);
      Crew crew = new Crew(peer);
      for (Pipe pipe : pipes) {
        crew.start(
            () -> {
              started.countDown();
              arrived.incrementAndGet(pipe.receive().number());
            });
      }
      crew.start(
          () -> {
            started.await();
            for (int i = 0; i < size; i++) {
              pipes[i].send(items[i]);
            }
          });
      crew.join();
      for (int i = 0; i < size; i++) {
        if (arrived.get(i) != 1) {
          throw new Fault(items[i] + " arrived " + arrived.get(i) + " times.");
        }
      }
    };
  }
}
