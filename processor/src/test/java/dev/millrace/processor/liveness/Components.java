package dev.millrace.processor.liveness;

import java.util.Arrays;

/**
 * The strongly connected components of a graph: what a run can do again and again for ever. They
 * are numbered so that every step leads to the same or to a lower number.
 */
final class Components {

  private static final int UNSEEN = -1;

  private final Graph graph;
  private final int[] component;
  private final int[] low;
  private final int[] stack;
  private int onStack;
  private int seen;
  private int count;
  private final int[][] members;

  /** Tarjan's algorithm, with a stack of its own: paths are longer than Java's allows. */
  Components(Graph graph) {
    this.graph = graph;
    int size = graph.size();
    component = filled(size);
    low = new int[size];
    stack = new int[size];
    int[] order = filled(size);
    int[] path = new int[size];
    int[] nextStep = new int[size];
    int depth = 0;
    path[0] = 0;
    while (depth >= 0) {
      int state = path[depth];
      if (order[state] == UNSEEN) {
        order[state] = seen;
        low[state] = seen++;
        stack[onStack++] = state;
      }
      int[] targets = graph.targets(state);
      if (nextStep[state] < targets.length) {
        int target = targets[nextStep[state]++];
        if (order[target] == UNSEEN) {
          path[++depth] = target;
        } else if (component[target] == UNSEEN) {
          low[state] = Math.min(low[state], order[target]);
        }
      } else {
        depth--;
        if (low[state] == order[state]) {
          close(state);
        }
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[state]);
        }
      }
    }
    members = collectMembers();
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, UNSEEN);
    return array;
  }

  private void close(int root) {
    int state;
    do {
      state = stack[--onStack];
      component[state] = count;
    } while (state != root);
    count++;
  }

  int count() {
    return count;
  }

  /** For each component, what happens again and again to whoever stays in it. */
  long[] happenWithin() {
    long[] within = new long[count];
    for (int state = 0; state < graph.size(); state++) {
      for (int step = 0; step < graph.targets(state).length; step++) {
        if (component[graph.targets(state)[step]] == component[state]) {
          within[component[state]] |= graph.happenings(state)[step];
        }
      }
    }
    return within;
  }

  /** For each component, what is so in it, or happens, or will in some run. */
  long[] everFrom(long[] isSo) {
    long[] ever = isSo.clone();
    // Targets have lower numbers, so they are complete before anything leads to them.
    for (int number = 0; number < count; number++) {
      for (int state : members[number]) {
        for (int step = 0; step < graph.targets(state).length; step++) {
          ever[number] |= graph.happenings(state)[step];
          ever[number] |= ever[component[graph.targets(state)[step]]];
        }
      }
    }
    return ever;
  }

  /** Any state of the component. */
  int member(int number) {
    return members[number][0];
  }

  private int[][] collectMembers() {
    int[] sizes = new int[count];
    for (int number : component) {
      sizes[number]++;
    }
    int[][] members = new int[count][];
    for (int number = 0; number < count; number++) {
      members[number] = new int[sizes[number]];
    }
    for (int state = 0; state < component.length; state++) {
      members[component[state]][--sizes[component[state]]] = state;
    }
    return members;
  }
}
