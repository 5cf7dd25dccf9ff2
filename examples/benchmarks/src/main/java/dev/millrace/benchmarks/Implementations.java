package dev.millrace.benchmarks;

import dev.millrace.benchmarks.coroutines.Coroutines;
import dev.millrace.benchmarks.peer.ArrayBlockingQueuePeer;
import dev.millrace.benchmarks.peer.Blocking;
import dev.millrace.benchmarks.peer.ExchangerPeer;
import dev.millrace.benchmarks.peer.Goroutines;
import dev.millrace.benchmarks.peer.JcToolsPeer;
import dev.millrace.benchmarks.peer.JoxPeer;
import dev.millrace.benchmarks.peer.LinkedBlockingQueuePeer;
import dev.millrace.benchmarks.peer.LinkedTransferQueuePeer;
import dev.millrace.benchmarks.peer.MillracePeer;
import dev.millrace.benchmarks.peer.ParkingPeer;
import dev.millrace.benchmarks.peer.SynchronousQueuePeer;
import dev.millrace.benchmarks.topology.Topologies;
import java.util.List;

/** All implementations, in the order in which they take turns. */
public final class Implementations {

  /** Each once. */
  public static final List<Implementation> ALL =
      List.of(
          new Blocking(new MillracePeer(false)),
          new Blocking(new MillracePeer(true)),
          new Topologies(),
          new Goroutines(),
          new Coroutines(),
          new Blocking(new JoxPeer()),
          new Blocking(new ArrayBlockingQueuePeer()),
          new Blocking(new LinkedBlockingQueuePeer()),
          new Blocking(new SynchronousQueuePeer()),
          new Blocking(new LinkedTransferQueuePeer()),
          new Blocking(new ExchangerPeer()),
          new Blocking(new JcToolsPeer()),
          new Blocking(new ParkingPeer()));

  private Implementations() {}

  /** The one of that name. */
  public static Implementation named(String name) {
    return ALL.stream()
        .filter(implementation -> implementation.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no implementation \"" + name + "\"."));
  }
}
