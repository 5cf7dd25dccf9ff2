package dev.millrace.internal;

/**
 * The rings of one select: to be chosen where the compiler has proved that generated code alone
 * touches all their ends, and that one thread selects from all of them and does nothing else there.
 */
public final class ArmRings {

  /**
   * A select that finds nothing looks at all of its rings. More than these were not measured: 32
   * took little more than half the time that they take with marks.
   */
  public static final int MOST = 32;

  private final SelectEnd selecting = new SelectEnd();

  /** Whether there are such rings of this capacity. */
  public static boolean fit(int capacity) {
    return capacity > 0 && OneToOneChannel.fits(capacity);
  }

  /** A further ring, of a capacity that {@link #fit fits}; before the select is made. */
  public <T> OneToOneChannel<T> add(String name, int capacity) {
    return new ArmRing<>(name, capacity, selecting);
  }
}
