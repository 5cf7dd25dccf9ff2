package dev.millrace.processor.model;

import java.util.List;

/**
 * Everything that is said about one name.
 *
 * @param name the name
 * @param puts the ends that send: ports first, then stages
 * @param takes the ends that receive: ports first, then stages, then arms
 * @param closings the {@code @Close} ports that name it
 * @param buffers the {@code @Buffer} annotations that name it; more than one is a mistake
 * @param broadcasts where {@code @Broadcast} names it
 */
public record Channel(
    String name,
    List<Endpoint> puts,
    List<Endpoint> takes,
    List<Closing> closings,
    List<Buffer> buffers,
    List<Broadcast> broadcasts) {

  /** Copies the lists. */
  public Channel {
    puts = List.copyOf(puts);
    takes = List.copyOf(takes);
    closings = List.copyOf(closings);
    buffers = List.copyOf(buffers);
    broadcasts = List.copyOf(broadcasts);
  }

  /** How many values fit: 0 for a rendezvous. */
  public int capacity() {
    return buffers.isEmpty() ? 0 : buffers.get(0).size();
  }

  /** What happens to a value for which there is no room. */
  public Buffer.Overflow overflow() {
    return buffers.isEmpty() ? Buffer.Overflow.WAIT : buffers.get(0).overflow();
  }

  /** The methods that receive, each once: a select may have several arms. */
  public List<Method> consumers() {
    return takes.stream().map(Endpoint::method).distinct().toList();
  }

  /** Whether several consumers get every value. With one, {@code @Broadcast} changes nothing. */
  public boolean isBroadcast() {
    return !broadcasts.isEmpty() && consumers().size() > 1;
  }

  /** Whether a sender may have to wait until somebody receives. */
  public boolean makesSendersWait() {
    return overflow() == Buffer.Overflow.WAIT && capacity() != Buffer.UNLIMITED;
  }
}
