package dev.millrace.processor.liveness;

import dev.millrace.processor.liveness.Plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out of a plan who waits for ever.
 *
 * <p>A run that goes on for ever stays in one strongly connected component of the states from some
 * moment on, and one that ends stays in a state without steps. So somebody <em>must</em> wait for
 * ever if there is no component in which everybody who waits goes on again and again or has nothing
 * to wait for any more; if none without a close lets the callers of sending ports go on; or if a
 * stage that is to end ends in no state. Somebody <em>may</em> wait for ever if there is a
 * component from which none leads to where he goes on.
 */
final class Exploration {

  private final Plan plan;
  private final Labels labels;
  private final Net net;
  private final Graph graph;
  private final Components components;
  private final long[] over;

  private Exploration(Plan plan, Labels labels, Net net, Graph graph) {
    this.plan = plan;
    this.labels = labels;
    this.net = net;
    this.graph = graph;
    this.components = new Components(graph);
    this.over = new long[components.count()];
    for (int component = 0; component < over.length; component++) {
      // What is over stays over, so it is the same in all of them.
      over[component] = net.endings().over(graph.state(components.member(component)), labels);
    }
  }

  /** The verdict on a plan, unless it has more than so many states. */
  static Optional<Verdict> of(Plan plan, int atMost) {
    Labels labels = new Labels(plan);
    Net net = new Net(plan, labels);
    return Graph.of(net, atMost).map(graph -> new Exploration(plan, labels, net, graph).verdict());
  }

  private Verdict verdict() {
    long[] within = components.happenWithin();
    List<String> mustWait = new ArrayList<>();
    long missing = leastMissing(labels.patient(), within, over);
    labels.describe(missing).forEach(what -> mustWait.add("It does not go on that " + what + "."));
    long refused = leastMissing(labels.sendingPorts(), within, new long[within.length]);
    labels
        .describe(refused)
        .forEach(what -> mustWait.add("Not for as long as one likes: " + what + "."));
    for (Stage stage : plan.stages()) {
      if (plan.isToEnd(stage) && !canEnd(stage)) {
        mustWait.add(stage.name() + " never ends.");
      }
    }
    long[] ever = components.everFrom(over);
    boolean mayWait = false;
    for (long one : ever) {
      mayWait |= (labels.patient() & ~one) != 0;
    }
    return new Verdict(mustWait, neverPassed(), mayWait, graph.size());
  }

  /** What is wanted and missing where the least is. */
  private long leastMissing(long wanted, long[] within, long[] over) {
    long least = wanted;
    for (int component = 0; component < within.length; component++) {
      long missing = wanted & ~within[component] & ~over[component];
      if (Long.bitCount(missing) < Long.bitCount(least)) {
        least = missing;
      }
    }
    return least;
  }

  private boolean canEnd(Stage stage) {
    for (int state = 0; state < graph.size(); state++) {
      if (!net.endings().isLive(stage, graph.state(state))) {
        return true;
      }
    }
    return false;
  }

  private List<String> neverPassed() {
    long ever = 0;
    for (int state = 0; state < graph.size(); state++) {
      for (long happened : graph.happenings(state)) {
        ever |= happened;
      }
    }
    List<String> never = new ArrayList<>();
    for (int channel = 0; channel < plan.channels().size(); channel++) {
      if (plan.isUsed(channel) && (ever & labels.passed(channel)) == 0) {
        never.add(plan.channels().get(channel).name());
      }
    }
    return never;
  }
}
