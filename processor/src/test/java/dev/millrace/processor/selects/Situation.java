package dev.millrace.processor.selects;

import java.util.ArrayList;
import java.util.List;

/**
 * What a select finds.
 *
 * @param occupancies what is on each channel
 * @param open what the guard of each arm says; true for an arm without one
 * @param ahead where the other subscriber of a broadcast has taken what it can, and so is ahead of
 *     the select
 * @param patience how long the select waits, if it is an actor that can tell
 * @param choice which of the ways to take to wake the select, if it has to wait
 */
record Situation(
    List<Occupancy> occupancies,
    List<Boolean> open,
    List<Boolean> ahead,
    Patience patience,
    int choice) {

  /** Copies the lists. */
  Situation {
    occupancies = List.copyOf(occupancies);
    open = List.copyOf(open);
    ahead = List.copyOf(ahead);
  }

  /**
   * One of the situations that a form can meet. Any two numbers that follow each other differ in
   * every respect, so a few of them are a fair sample of all.
   */
  static Situation number(int number, SelectForm form, List<Occupancy> from) {
    long rest = (number + 1) * 0x9E3779B97F4A7C15L;
    rest ^= rest >>> 32;
    List<Occupancy> occupancies = new ArrayList<>();
    List<Boolean> ahead = new ArrayList<>();
    for (SelectForm.OnChannel on : form.channels()) {
      List<Occupancy> possible = from.stream().filter(on::canFind).toList();
      occupancies.add(possible.get((int) Long.remainderUnsigned(rest, possible.size())));
      rest = Long.divideUnsigned(rest, possible.size());
      ahead.add(on.broadcast() && rest % 2 == 0);
      rest >>>= on.broadcast() ? 1 : 0;
    }
    List<Boolean> open = new ArrayList<>();
    for (ArmForm arm : form.arms()) {
      open.add(!arm.guarded() || rest % 2 == 0);
      rest >>>= 1;
    }
    int choice = (int) Long.remainderUnsigned(rest, 60);
    Patience[] all = Patience.values();
    Patience patience = all[(int) Long.remainderUnsigned(rest / 60, all.length)];
    return new Situation(occupancies, open, ahead, patience, choice);
  }
}
