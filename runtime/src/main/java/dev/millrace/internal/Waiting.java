package dev.millrace.internal;

/** What a thread that waits for a channel says of its wait; a parked thread's blocker. */
public interface Waiting {

  /** What the thread waits for, in words that go on from its name. */
  String activity();

  /**
   * {@return a number that is another one when the thread has begun to wait anew} Read by others
   * without a lock, who may see it late.
   */
  int waits();

  /** Whether nothing has happened yet. If something has, the thread is only slow to wake. */
  boolean isWaiting();
}
