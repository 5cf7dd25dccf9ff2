package dev.millrace.lincheck;

import dev.millrace.annotation.Nullable;
import java.util.List;

/**
 * A sequential specification that knows operations that wait. An operation {@linkplain #start takes
 * effect} at one instant. It then has its outcome, or it waits, and gets its outcome at the instant
 * of another operation that serves it, or by {@linkplain #giveUp giving up}.
 */
interface Model {

  static Model of(List<Kind> kinds) {
    return kinds.stream().anyMatch(kind -> kind.subscribers() > 1)
        ? new BroadcastModel(kinds.getFirst())
        : new ChannelModel(kinds);
  }

  /** The outcome of an operation; null as long as it has none. */
  @Nullable
  Object outcome(int operation);

  boolean waits(int operation);

  /** Whether it was told that something has ended, and has to look again. */
  boolean mustStartAgain(int operation);

  /**
   * The models that may come about when an operation takes effect now: several if it may choose.
   */
  List<? extends Model> start(int id, Operation operation);

  /** The model after a waiting operation has stopped with this outcome; null if it may not. */
  @Nullable
  Model giveUp(int id, Operation operation, Object outcome);
}
