package dev.millrace.lincheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The search for an order of instants, one between call and return of every operation, in which the
 * sequential specification gives each the outcome it had.
 *
 * <p>It goes along the calls and returns of the history. When a call cannot return yet because it
 * has not got its outcome, some operation that was called before must take effect first, or give
 * up: each is tried. Unlike Lincheck's verifier it knows operations that wait. It is plain code,
 * and without streams, because Lincheck explores the search along with what it judges.
 */
final class Linearisation {

  /** So many steps are cheaper than remembering them. */
  private static final int FEW = 1_000;

  private record Event(int time, int call, boolean returns) {}

  private record Tried(int event, Set<Integer> started, Model model) {}

  private final List<Call> calls;
  private final List<Event> events;
  private final Set<Tried> deadEnds = new HashSet<>();
  private int tries;

  private Linearisation(List<Call> calls) {
    this.calls = calls;
    this.events = new ArrayList<>();
    for (int call = 0; call < calls.size(); call++) {
      events.add(new Event(calls.get(call).called(), call, false));
      events.add(new Event(calls.get(call).returned(), call, true));
    }
    events.sort(Comparator.comparingInt(Event::time));
  }

  /** Throws if the calls, on channels of these kinds, have no such order. */
  static void check(List<Kind> kinds, List<Call> calls) {
    if (!new Linearisation(calls).exists(0, Set.of(), Model.of(kinds))) {
      throw new AssertionError(
          "No order of the operations explains these outcomes, on these channels: "
              + kinds
              + ":\n"
              + calls.stream()
                  .sorted(Comparator.comparingInt(Call::called))
                  .map(Call::toString)
                  .collect(Collectors.joining("\n")));
    }
  }

  private boolean exists(int event, Set<Integer> started, Model model) {
    int next = event;
    while (next < events.size() && canPass(events.get(next), model)) {
      next++;
    }
    if (next == events.size()) {
      return true;
    }
    tries++;
    Tried here = tries > FEW ? new Tried(next, started, model) : null;
    if (here != null && deadEnds.contains(here)) {
      return false;
    }
    for (int call = 0; call < calls.size(); call++) {
      if (calls.get(call).called() < events.get(next).time() && step(call, next, started, model)) {
        return true;
      }
    }
    if (here != null) {
      deadEnds.add(here);
    }
    return false;
  }

  private boolean canPass(Event event, Model model) {
    return !event.returns() || model.outcome(event.call()) != null;
  }

  /** Lets a call take effect or give up now, if it can, and goes on from there. */
  private boolean step(int call, int event, Set<Integer> started, Model model) {
    Object outcome = calls.get(call).outcome();
    if (model.waits(call)) {
      Model without = model.giveUp(call, calls.get(call).operation(), outcome);
      return without != null && exists(event, started, without);
    }
    if (started.contains(call) && !model.mustStartAgain(call)) {
      return false;
    }
    Set<Integer> nowStarted = new HashSet<>(started);
    nowStarted.add(call);
    for (Model next : model.start(call, calls.get(call).operation())) {
      if (agrees(next) && exists(event, nowStarted, next)) {
        return true;
      }
    }
    return false;
  }

  /** Whether every outcome so far is the one that the call came back with. */
  private boolean agrees(Model model) {
    for (int call = 0; call < calls.size(); call++) {
      Object outcome = model.outcome(call);
      if (outcome != null && !outcome.equals(calls.get(call).outcome())) {
        return false;
      }
    }
    return true;
  }
}
