package dev.millrace.processor.liveness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A topology before it is written down. Every channel carries {@code int}; channels, stages and
 * ports are known by their places in the lists.
 *
 * @param packageName the package of its interface, which no other plan has
 */
record Plan(
    String packageName,
    List<Channel> channels,
    List<Stage> stages,
    List<Port> ports,
    List<Closing> closings) {

  /** A size without a limit. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** Whoever has ends of channels. */
  sealed interface Party {
    /** The place in its list. */
    int number();

    String name();

    List<Integer> takes();

    List<Integer> puts();

    Patience patience();

    /** Whether a select takes what is there for an earlier arm first; every other one does. */
    default boolean hasPriority() {
      return number() % 2 == 1;
    }
  }

  /**
   * A channel.
   *
   * @param drops whether a full buffer drops values, where another one lets senders wait
   */
  record Channel(String name, int capacity, boolean drops, boolean broadcast) {
    boolean letsSendersWait() {
      return !drops && capacity != UNLIMITED;
    }
  }

  /** What runs a stage. */
  enum StageKind {
    PER_VALUE,
    SOURCE,
    FOLD,
    ACTOR,
    SERVER
  }

  /** What a stage sends for each value or event. */
  enum Results {
    NONE,
    ONE,
    OPTIONAL,
    STREAM
  }

  /**
   * A stage.
   *
   * @param ordered whether its workers send in the order in which they received
   * @param patience that of an actor; any other stage waits for ever
   */
  record Stage(
      int number,
      StageKind kind,
      List<Integer> takes,
      Optional<Integer> output,
      Results results,
      int workers,
      boolean ordered,
      Patience patience)
      implements Party {
    @Override
    public String name() {
      return "stage" + number;
    }

    @Override
    public List<Integer> puts() {
      return output.stream().toList();
    }
  }

  /** The shapes of ports. */
  enum PortKind {
    PUT(Patience.FOR_EVER),
    OFFER(Patience.NOT_AT_ALL),
    TIMED_OFFER(Patience.FOR_A_WHILE),
    SEND_END(Patience.FOR_EVER),
    ASK(Patience.FOR_EVER),
    NEXT(Patience.FOR_EVER),
    NEXT_OR_EMPTY(Patience.FOR_EVER),
    POLL(Patience.NOT_AT_ALL),
    TIMED_POLL(Patience.FOR_A_WHILE),
    RECEIVE_END(Patience.FOR_EVER),
    SELECT(Patience.FOR_EVER),
    TIMED_SELECT(Patience.FOR_A_WHILE),
    SELECT_NOW(Patience.NOT_AT_ALL);

    final Patience patience;

    PortKind(Patience patience) {
      this.patience = patience;
    }
  }

  /** A port; only selects have more than one end. */
  record Port(int number, PortKind kind, List<Integer> takes, List<Integer> puts) implements Party {
    @Override
    public String name() {
      return "port" + number;
    }

    @Override
    public Patience patience() {
      return kind.patience;
    }

    boolean isSelect() {
      return switch (kind) {
        case SELECT, TIMED_SELECT, SELECT_NOW -> true;
        default -> false;
      };
    }
  }

  /** A port with {@code @Close}. */
  record Closing(String name, List<Integer> channels) {}

  /** Everybody, stages first. */
  List<Party> parties() {
    return Stream.<Party>concat(stages.stream(), ports.stream()).toList();
  }

  List<Party> sendersTo(int channel) {
    return parties().stream().filter(party -> party.puts().contains(channel)).toList();
  }

  List<Party> receiversOf(int channel) {
    return parties().stream().filter(party -> party.takes().contains(channel)).toList();
  }

  boolean isUsed(int channel) {
    return parties().stream()
        .anyMatch(party -> party.puts().contains(channel) || party.takes().contains(channel));
  }

  /** Whether each of several consumers gets every value; with one, it makes no difference. */
  boolean isBroadcast(int channel) {
    return channels.get(channel).broadcast() && receiversOf(channel).size() > 1;
  }

  /** Whether the callers of its ports can say that no more values come from them. */
  boolean isClosable(int channel) {
    return hasClosing(channel)
        || ports.stream()
            .anyMatch(port -> port.kind() == PortKind.SEND_END && port.puts().contains(channel));
  }

  private boolean hasClosing(int channel) {
    return closings.stream().anyMatch(closing -> closing.channels().contains(channel));
  }

  /** Everybody whose values can come to the stage, itself included. */
  Set<Party> before(Stage stage) {
    Set<Party> before = new LinkedHashSet<>(List.of(stage));
    Deque<Party> open = new ArrayDeque<>(before);
    while (!open.isEmpty()) {
      Party next = open.remove();
      if (next instanceof Stage) {
        next.takes().stream()
            .flatMap(channel -> sendersTo(channel).stream())
            .filter(before::add)
            .forEach(open::add);
      }
    }
    return before;
  }

  /**
   * Whether the stage is to end. A fold is: it is called to return. So is a stage if all that comes
   * to it begins with sources, which end, and with ports that {@code @Close} ends. What goes on for
   * as long as a caller likes is a service, which {@code close()} ends; so it is if he has the raw
   * end, which he may close, and so is what an actor sends by itself.
   */
  boolean isToEnd(Stage stage) {
    if (stage.kind() == StageKind.FOLD) {
      return true;
    }
    boolean begins = false;
    for (Party party : before(stage)) {
      if (party instanceof Port port) {
        if (!port.puts().stream().allMatch(this::hasClosing)) {
          return false;
        }
        begins = true;
      }
      begins |= party instanceof Stage other && other.kind() == StageKind.SOURCE;
    }
    return begins;
  }

  /** Whether values can come back to a stage that has sent them. */
  boolean hasLoop() {
    return stages.stream()
        .anyMatch(
            stage ->
                stage.puts().stream()
                    .flatMap(channel -> receiversOf(channel).stream())
                    .anyMatch(next -> next instanceof Stage other && canReach(other, stage)));
  }

  private boolean canReach(Stage from, Stage to) {
    return before(to).contains(from);
  }
}
