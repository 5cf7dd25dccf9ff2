package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.Trial;
import dev.millrace.benchmarks.peer.Peer;

/** Something that channels are asked to do, as often as a size says. */
public interface Workload {

  /** The name by which it is chosen and reported. */
  String id();

  /** What it is called in tables. */
  String title();

  /** How much of it is done at a time. */
  Sizes sizes();

  /** How many operations there are if that much is done: what a figure is divided by. */
  default long operations(int size) {
    return size;
  }

  /** Says whether it is so short that a harness for single operations measures it. */
  default boolean isSingleOperation() {
    return false;
  }

  /** Says whether its bytes are those that are kept, rather than those that are allocated. */
  default boolean measuresMemory() {
    return false;
  }

  /** Says whether a peer has what it takes. */
  boolean suits(Peer peer);

  /** Allocates what is sent. */
  Trial prepare(Peer peer, int size);
}
