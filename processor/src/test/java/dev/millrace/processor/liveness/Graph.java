package dev.millrace.processor.liveness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All states that a net can come to, numbered, and the steps between them. */
final class Graph {

  private final Net net;
  private final int atMost;
  private final Map<State, Integer> numbers = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private final List<int[]> targets = new ArrayList<>();
  private final List<long[]> happenings = new ArrayList<>();

  private static final class State {
    private final byte[] slots;

    State(byte[] slots) {
      this.slots = slots;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof State state && Arrays.equals(slots, state.slots);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(slots);
    }
  }

  private Graph(Net net, int atMost) {
    this.net = net;
    this.atMost = atMost;
  }

  /** Walks through all states, or gives up if there are more than so many. */
  static Optional<Graph> of(Net net, int atMost) {
    Graph graph = new Graph(net, atMost);
    return graph.walk() ? Optional.of(graph) : Optional.empty();
  }

  private boolean walk() {
    number(net.initial());
    for (int state = 0; state < states.size(); state++) {
      if (states.size() > atMost) {
        return false;
      }
      Steps steps = new Steps();
      net.steps(states.get(state).slots, steps);
      targets.add(Arrays.copyOf(steps.targets, steps.count));
      happenings.add(Arrays.copyOf(steps.happenings, steps.count));
    }
    return true;
  }

  private int number(byte[] slots) {
    State state = new State(slots);
    Integer known = numbers.putIfAbsent(state, states.size());
    if (known == null) {
      states.add(state);
      return states.size() - 1;
    }
    return known;
  }

  private final class Steps implements Net.Steps {
    private int[] targets = new int[8];
    private long[] happenings = new long[8];
    private int count;

    @Override
    public void step(long happened, byte[] next) {
      if (count == targets.length) {
        targets = Arrays.copyOf(targets, 2 * count);
        happenings = Arrays.copyOf(happenings, 2 * count);
      }
      targets[count] = number(next);
      happenings[count++] = happened;
    }
  }

  int size() {
    return states.size();
  }

  byte[] state(int number) {
    return states.get(number).slots;
  }

  /** The states that a step leads to. */
  int[] targets(int number) {
    return targets.get(number);
  }

  /** What happens in each of these steps. */
  long[] happenings(int number) {
    return happenings.get(number);
  }
}
