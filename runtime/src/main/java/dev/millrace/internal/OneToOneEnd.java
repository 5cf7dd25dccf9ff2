package dev.millrace.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * One end of a {@link OneToOneChannel}: how far its thread has come, and how it is woken when it
 * has announced that it waits. When it does so is the matter of each flavour.
 */
abstract sealed class OneToOneEnd extends OneToOneEndFields.Back implements Waiting
    permits AnnouncingEnd, RendezvousEnd, ArmReceiver, WatchedEnd {

  private static final VarHandle INDEX;
  private static final VarHandle ANNOUNCED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      INDEX = lookup.findVarHandle(OneToOneEnd.class, "index", long.class);
      ANNOUNCED = lookup.findVarHandle(OneToOneEnd.class, "announced", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String activity;
  final boolean sends;

  OneToOneEnd(OneToOneChannel<?> channel, boolean sends) {
    this(
        (sends ? "waiting to send on \"" : "waiting to receive from \"") + channel.name() + '"',
        sends);
  }

  OneToOneEnd(String activity, boolean sends) {
    this.activity = activity;
    this.sends = sends;
  }

  // Called by the thread at this end

  /** One more value has passed. Others see it late, but in order. */
  final void advance(long next) {
    INDEX.setOpaque(this, next);
  }

  /**
   * Lets others in if it is time to. To be called before this end parks.
   *
   * @param count the number of the wait, of which every sixteenth looks at the clock
   */
  final void breatheIfDue(int count) {
    if (breath.isDue(count)) {
      beforeBreath();
      breath.take(this);
    }
  }

  /** As {@link #breatheIfDue}; by a thread that may never have to wait, with few of its values. */
  final void breatheIfOverdue() {
    if (breath.isOverdue()) {
      beforeBreath();
      breath.take(this);
    }
  }

  /** The other end may have to wait for a while now. */
  void beforeBreath() {}

  /** Whoever looks after a full fence sees it if this end looks at the rest after one, too. */
  final void setAnnounced() {
    ANNOUNCED.setRelease(this, true);
  }

  // Called by the thread at the other end, or by who closes

  /** Without a fence: whether this end has announced that it waits. May miss it for a while. */
  final boolean looksAnnounced() {
    return (boolean) ANNOUNCED.getOpaque(this);
  }

  /** After a full fence: wakes this end if it has announced that it waits. */
  final void wakeIfWaiting() {
    if (announced) {
      wake();
    }
  }

  /** Takes note of the announcement, so that it is woken once. */
  final void wake() {
    if ((boolean) ANNOUNCED.getAndSet(this, false)) {
      LockSupport.unpark(thread);
    }
  }

  // Called by anybody

  final boolean hasAnnounced() {
    return announced;
  }

  final long indexSeen() {
    return (long) INDEX.getAcquire(this);
  }

  @Override
  public final String activity() {
    return activity;
  }

  @Override
  public final int waits() {
    return waits;
  }

  @Override
  public final String toString() {
    return activity;
  }
}
