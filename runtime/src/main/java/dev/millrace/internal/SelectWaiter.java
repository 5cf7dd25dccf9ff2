package dev.millrace.internal;

/** A thread that waits in several places at once. */
final class SelectWaiter extends Waiter {

  private final Breath breath = new Breath();

  void begin() {
    begin(breath.isDue());
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
