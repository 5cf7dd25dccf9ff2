package dev.millrace.processor.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The strongly connected components of a graph: sets of nodes that all reach each other. Each node
 * and each edge is looked at once, since topologies may have thousands of stages.
 *
 * <p>The algorithm is Gabow's ("Path-based depth-first search for strong and biconnected
 * components", Information Processing Letters 74, 2000), with a stack of its own instead of
 * recursion, since a pipeline may be longer than the thread's stack is deep.
 *
 * @param <N> the type of the nodes
 */
final class StrongComponents<N> {

  private final Collection<N> nodes;
  private final Function<N, ? extends Collection<N>> successors;

  /** When each node was found, counted from 0; who is in a component is later than everybody. */
  private final Map<N, Integer> found = new HashMap<>();

  /** The number of each node's component. */
  private final Map<N, Integer> component = new HashMap<>();

  /** A node on the way of the search and those of its successors that are still to be followed. */
  private record Step<N>(N node, Iterator<N> left) {}

  private final Deque<Step<N>> way = new ArrayDeque<>();

  /** Nodes that were found and are in no component yet. */
  private final Deque<N> open = new ArrayDeque<>();

  /** Those of the open ones that may be the first of their component, as far as it is known. */
  private final Deque<N> firsts = new ArrayDeque<>();

  StrongComponents(Collection<N> nodes, Function<N, ? extends Collection<N>> successors) {
    this.nodes = nodes;
    this.successors = successors;
  }

  /** The components, each in the order of the nodes, sorted by their first ones. */
  List<Set<N>> components() {
    for (N node : nodes) {
      if (!found.containsKey(node)) {
        searchFrom(node);
      }
    }
    Map<Integer, Set<N>> members = new LinkedHashMap<>();
    for (N node : nodes) {
      members.computeIfAbsent(component.get(node), number -> new LinkedHashSet<>()).add(node);
    }
    return List.copyOf(members.values());
  }

  private void searchFrom(N start) {
    enter(start);
    while (!way.isEmpty()) {
      Step<N> step = way.element();
      if (step.left().hasNext()) {
        follow(step.left().next());
      } else {
        way.remove();
        leave(step.node());
      }
    }
  }

  private void enter(N node) {
    found.put(node, found.size());
    open.push(node);
    firsts.push(node);
    way.push(new Step<>(node, successors.apply(node).iterator()));
  }

  private void follow(N next) {
    if (!found.containsKey(next)) {
      enter(next);
    } else if (!component.containsKey(next)) {
      // Back on the way: whoever was found after it reaches it, and is reached from it.
      while (whenFound(firsts.element()) > whenFound(next)) {
        firsts.remove();
      }
    }
  }

  private int whenFound(N node) {
    return Objects.requireNonNull(found.get(node));
  }

  /** All that can be reached from it has been found. */
  private void leave(N node) {
    if (!firsts.element().equals(node)) {
      return;
    }
    firsts.remove();
    int number = whenFound(node);
    N member;
    do {
      member = open.remove();
      component.put(member, number);
    } while (!member.equals(node));
  }
}
