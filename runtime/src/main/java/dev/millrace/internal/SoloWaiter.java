package dev.millrace.internal;

/** A thread that waits in one place: on one side of one channel. */
final class SoloWaiter extends Waiter {

  /** What a thread does before it parks. */
  enum Manner {
    /** Nothing. */
    PARKS,
    /** It {@linkplain SpinBudget spins}: the other side may have nothing to do until it goes on. */
    SPINS,
    /** It spins, and looks seldom: the other side has something to do meanwhile. */
    PAUSES,
    /** As {@link #PAUSES}, where the other side takes longer for each value. */
    PAUSES_LONGER,
    /** It takes a {@link Breath}. */
    BREATHES;

    boolean spins() {
      return this == SPINS || this == PAUSES || this == PAUSES_LONGER;
    }
  }

  private final Flavour<?> channel;
  private final boolean sends;
  private final Manner manner;

  /** A wait that begins now. */
  SoloWaiter(Flavour<?> channel, boolean sends, Manner manner) {
    this.channel = channel;
    this.sends = sends;
    this.manner = manner;
    begin(manner != Manner.PARKS);
  }

  @Override
  void waitUnwoken(long deadline) {
    if (manner == Manner.BREATHES) {
      channel.takeBreath(this);
    } else {
      channel.spin(this, SoloWaiter::isServed, sends, manner, deadline);
    }
  }

  private boolean isServed() {
    return !isWaiting();
  }

  /** Its first is its only wait. */
  @Override
  public int waits() {
    return 1;
  }

  @Override
  public String activity() {
    return (sends ? "waiting to send on \"" : "waiting to receive from \"") + channel.name() + '"';
  }

  @Override
  public String toString() {
    return activity();
  }
}
