package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/**
 * Threads in the order in which they came: the first may go on, the others wait until all before
 * them have left.
 */
public final class Line extends SequenceLock {

  /** An empty line. */
  public Line() {}

  /** One thread's place in a line, to be used again after it has left. */
  public static final class Turn extends Waiter {

    private final Breath breath = new Breath();
    private int waits;
    private final String activity;

    /** Whether the thread is to be woken when it comes first; guarded by the line's lock. */
    private boolean awaited;

    /**
     * A place in no line yet.
     *
     * @param activity what the thread does while it waits, in words that go on from its name
     */
    public Turn(String activity) {
      this.activity = activity;
    }

    @Override
    public int waits() {
      return waits;
    }

    @Override
    public String activity() {
      return activity;
    }

    @Override
    public String toString() {
      return activity;
    }
  }

  /** Puts a turn that is in no line at the end of this one. */
  public void join(Turn turn) {
    lock();
    try {
      add(turn);
    } finally {
      unlock();
    }
  }

  /**
   * Waits until the current thread's turn comes first.
   *
   * @throws InterruptedException if interrupted before; the turn keeps its place until it leaves
   */
  public void await(Turn turn) throws InterruptedException {
    lock();
    try {
      if (turn.equals(head())) {
        return;
      }
      // Under the lock: who leaves later sees that there is somebody to wake.
      turn.waits++;
      turn.begin(turn.breath.isDue());
      turn.awaited = true;
    } finally {
      unlock();
    }
    int outcome = Waiter.WAITING;
    while (outcome == Waiter.WAITING) {
      outcome = turn.park(Waiter.FOREVER, Waiter.FOREVER);
    }
  }

  /** Takes a turn out, wherever it is, and wakes whose turn has come; nothing if it is not in. */
  public void leave(Turn turn) {
    Turn woken;
    lock();
    try {
      remove(turn);
      woken = claimFirst();
    } finally {
      unlock();
    }
    if (woken != null) {
      woken.wake();
    }
  }

  /**
   * The one to wake. If it was interrupted meanwhile it cannot be claimed; it is about to leave,
   * and will then let the next one go on.
   */
  private @Nullable Turn claimFirst() {
    if (!(head() instanceof Turn first) || !first.awaited) {
      return null;
    }
    first.awaited = false;
    return first.claim(0) ? first : null;
  }
}
