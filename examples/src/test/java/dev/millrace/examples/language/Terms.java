package dev.millrace.examples.language;

/** What {@link ConstantsTest} calls things by, in another class than its topology. */
final class Terms {

  static final String PREFIX = "in";
  static final String ORDERS = PREFIX + ".orders";
  static final String RUSH = PREFIX + ".rush";
  static final String DONE = "done";
  static final String OPEN = "isOpen";
  static final String PATIENCE = "patience";
  static final int SIZE = 1 << 2;
  static final int CORES = SIZE / 2 + 1;
  static final boolean ORDERED = CORES > 1;

  private Terms() {}
}
