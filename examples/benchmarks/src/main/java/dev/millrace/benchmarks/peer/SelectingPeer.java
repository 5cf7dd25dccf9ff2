package dev.millrace.benchmarks.peer;

/** A peer that can wait for several channels at once. */
public interface SelectingPeer extends Peer {

  /** Opens so many channels, each with room for so many values, and a select over all of them. */
  Choice choice(int arms, int capacity);
}
