package dev.millrace.processor.selects;

import java.util.ArrayList;
import java.util.List;

/**
 * What a select finds.
 *
 * @param occupancies what is on each channel
 * @param open what the guard of each arm says; true for an arm without one
 * @param choice which of the ways to take to wake the select, if it has to wait
 */
record Situation(List<Occupancy> occupancies, List<Boolean> open, int choice) {

  /** Copies the lists. */
  Situation {
    occupancies = List.copyOf(occupancies);
    open = List.copyOf(open);
  }

  /**
   * One of the situations that a form can meet. Any two numbers that follow each other differ in
   * every respect, so a few of them are a fair sample of all.
   */
  static Situation number(int number, SelectForm form, List<Occupancy> from) {
    long rest = (number + 1) * 0x9E3779B97F4A7C15L;
    rest ^= rest >>> 32;
    List<Occupancy> occupancies = new ArrayList<>();
    for (int i = 0; i < form.channels().size(); i++) {
      occupancies.add(from.get((int) Long.remainderUnsigned(rest, from.size())));
      rest = Long.divideUnsigned(rest, from.size());
    }
    List<Boolean> open = new ArrayList<>();
    for (ArmForm arm : form.arms()) {
      open.add(!arm.guarded() || rest % 2 == 0);
      rest >>>= 1;
    }
    return new Situation(occupancies, open, (int) Long.remainderUnsigned(rest, 60));
  }
}
