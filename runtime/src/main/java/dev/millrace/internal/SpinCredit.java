package dev.millrace.internal;

import java.util.function.LongSupplier;

/**
 * For how long the ends of a {@link OneToOneRendezvous} look again before they park: as long as it
 * pays.
 *
 * <p>While both spin, each on a core of its own, nobody has to be woken, which costs many times
 * what a hand-over does. But who spins for one that takes its time, or that needs this very core,
 * wastes it. So spinning may waste what it has saved, and not more. When the credit is used up the
 * ends park at once.
 *
 * <p>From there they must come back by themselves, and short spins do not bring them: a virtual
 * thread that is woken is queued behind its waker, on the same carrier, and runs at the same time
 * only when another carrier has come to steal it, tens of microseconds later. So one wait now and
 * then is a probe, which looks long enough for that. When probes fail they become rare.
 *
 * <p>One for both ends, since one that spins alone waits for one that has to be woken. Racy: an
 * update that is lost only changes how soon the other way of waiting is tried.
 */
final class SpinCredit {

  /** In looks: some microseconds, for one that runs. */
  private static final int SHORT = 200;

  /** In looks: tens of microseconds, for one that was woken and must be stolen first. */
  private static final int LONG = 2_000;

  /** What it costs to park and to be woken, in looks; rather too low, for others use the core. */
  private static final int SAVED = 25;

  private static final int MOST = 2 * LONG;

  private static final long FIRST_PAUSE_NANOS = 1_000_000;
  private static final long LAST_PAUSE_NANOS = 64 * FIRST_PAUSE_NANOS;

  private final LongSupplier clock;
  int credit = LONG;
  private long pause = FIRST_PAUSE_NANOS;
  private long lastProbe;

  SpinCredit() {
    this(() -> System.nanoTime());
  }

  /** By another clock than {@link System#nanoTime}. */
  SpinCredit(LongSupplier clock) {
    this.clock = clock;
    lastProbe = clock.getAsLong();
  }

  /**
   * How often to look before parking.
   *
   * @param woken whether the other end has just been woken
   */
  int looks(boolean woken) {
    if (credit > 0) {
      return woken ? LONG : SHORT;
    }
    return isProbeDue() ? LONG : 0;
  }

  private boolean isProbeDue() {
    long now = clock.getAsLong();
    if (now - lastProbe < pause) {
      return false;
    }
    lastProbe = now;
    pause = Math.min(2 * pause, LAST_PAUSE_NANOS);
    return true;
  }

  /** The other end came after so many looks. */
  void paid(int looks) {
    int before = credit;
    if (before <= 0) {
      credit = LONG;
    } else if (looks != SAVED && (before < MOST || looks > SAVED)) {
      credit = Math.min(before + SAVED - looks, MOST);
      if (credit == MOST) {
        pause = FIRST_PAUSE_NANOS;
      }
    }
  }

  /** It did not come. */
  void wasted(int looks) {
    credit = Math.max(0, credit - looks);
  }
}
