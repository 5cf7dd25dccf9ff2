package dev.millrace.internal;

/** A thread that waits in several places at once. */
final class SelectWaiter extends Waiter {

  private final Breath breath = new Breath();
  private int waits;

  void begin() {
    waits++;
    begin(breath.isDue());
  }

  void announce() {
    waits++;
    announce(breath.isDue());
  }

  @Override
  public int waits() {
    return waits;
  }

  @Override
  public String activity() {
    return "selecting";
  }

  @Override
  public String toString() {
    return activity();
  }
}
