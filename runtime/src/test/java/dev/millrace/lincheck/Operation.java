package dev.millrace.lincheck;

import dev.millrace.Channel;
import dev.millrace.ChannelClosedException;
import dev.millrace.ChannelEmptyException;
import dev.millrace.ChannelFullException;
import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.Selector;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.SelectorKind;
import java.time.Duration;
import java.util.List;

/**
 * One call on channels, which can be performed on real ones and, by {@link ChannelModel}, on the
 * sequential specification. Both give an outcome: a value, a fact, or what the call was {@link
 * Told}.
 */
sealed interface Operation {

  /** The shortest time that counts as waiting. */
  Duration BRIEF = Duration.ofNanos(1);

  /** Performs this on real channels. */
  Object perform(List<Ends> channels) throws InterruptedException;

  /** How long this waits. */
  default Patience patience() {
    return Patience.TRY;
  }

  /** Whether this can come back with that because it stops waiting. */
  default boolean mayGiveUpWith(Object outcome) {
    return outcome == Told.INTERRUPTED
        || (outcome == Told.NOTHING && patience() == Patience.BRIEFLY);
  }

  /** Sends a value. */
  record Send(int channel, int value, Patience patience) implements Operation {

    @Override
    public Object perform(List<Ends> channels) throws InterruptedException {
      Channel<Integer> to = channels.get(channel).channel();
      try {
        boolean sent =
            switch (patience) {
              case FOREVER, FOREVER_OR_NULL -> {
                to.send(value);
                yield true;
              }
              case BRIEFLY -> to.trySend(value, BRIEF);
              case NO_TIME -> to.trySend(value, Duration.ZERO);
              case TRY -> to.trySend(value);
              case NOW -> {
                to.sendNow(value);
                yield true;
              }
            };
        return sent ? Told.SENT : Told.NOTHING;
      } catch (ChannelFullException e) {
        return Told.NOTHING;
      } catch (ChannelClosedException e) {
        return endOf(e.getCause());
      }
    }
  }

  /** Receives a value. */
  record Receive(int channel, Patience patience) implements Operation {

    @Override
    public Object perform(List<Ends> channels) throws InterruptedException {
      Receiver<Integer> from = channels.get(channel).receiver();
      try {
        return switch (patience) {
          case FOREVER -> from.receive();
          case FOREVER_OR_NULL -> {
            Integer value = from.receiveOrNull();
            yield value == null ? Told.CLOSED : value;
          }
          case BRIEFLY -> told(from.tryReceive(BRIEF));
          case NO_TIME -> told(from.tryReceive(Duration.ZERO));
          case TRY -> told(from.tryReceive());
          case NOW -> from.receiveNow();
        };
      } catch (ChannelEmptyException e) {
        return Told.NOTHING;
      } catch (ChannelClosedException e) {
        return endOf(e.getCause());
      }
    }

    private static Object told(Received<Integer> received) {
      return switch (received) {
        case Received.Value<Integer>(Integer value) -> value;
        case Received.Nothing<Integer>() -> Told.NOTHING;
        case Received.Closed<Integer>(Throwable cause) -> endOf(cause);
      };
    }
  }

  /** Makes one of several things happen. */
  record Select(boolean fair, Patience patience, List<Arm> arms) implements Operation {

    @Override
    public Object perform(List<Ends> channels) throws InterruptedException {
      return perform(selector(SelectorKind.BARE, channels));
    }

    /** The selector for it, which may be registered on the channels long before it selects. */
    Selector<Object> selector(SelectorKind selectors, List<Ends> channels) {
      Selector.Builder<Object> builder = fair ? Selector.fair() : Selector.prioritised();
      for (int i = 0; i < arms.size(); i++) {
        int number = i;
        Arm arm = arms.get(i);
        Ends ends = channels.get(arm.channel());
        switch (arm) {
          case Arm.Give(int to, int value) ->
              builder.send(ends.channel(), () -> value, () -> new Happened(number, Told.SENT));
          case Arm.Take(int from) ->
              builder.receive(ends.receiver(), value -> new Happened(number, value));
          case Arm.End(int of) ->
              builder.closed(ends.receiver(), () -> new Happened(number, Told.CLOSED));
        }
      }
      switch (patience) {
        case FOREVER, FOREVER_OR_NULL -> {}
        case BRIEFLY -> builder.timeout(BRIEF, () -> Told.NOTHING);
        case NO_TIME -> builder.timeout(Duration.ZERO, () -> Told.NOTHING);
        case TRY, NOW -> builder.otherwise(() -> Told.NOTHING);
      }
      return selectors.build(builder);
    }

    /** Performs this by such a selector. */
    Object perform(Selector<Object> selector) throws InterruptedException {
      try {
        return selector.select();
      } catch (ChannelClosedException e) {
        return endOf(e.getCause());
      }
    }
  }

  /** An alternative of a select. */
  sealed interface Arm {
    int channel();

    /** Sends. */
    record Give(int channel, int value) implements Arm {}

    /** Receives. */
    record Take(int channel) implements Arm {}

    /** Sees the end. */
    record End(int channel) implements Arm {}
  }

  /** The outcome of a select in which an arm happened. */
  record Happened(int arm, Object outcome) {}

  /** The outcome of an operation that made a channel drop a value. */
  record Costing(Object outcome, int loser) {}

  /** Closes a channel. */
  record Close(int channel, Way way) implements Operation {

    enum Way {
      PLAIN,
      FAILURE,
      TRY,
      NOW
    }

    @Override
    public Object perform(List<Ends> channels) {
      Channel<Integer> closing = channels.get(channel).channel();
      return switch (way) {
        case PLAIN -> {
          closing.close();
          yield Told.DONE;
        }
        case FAILURE -> closing.tryClose(new IllegalStateException("the cause"));
        case TRY -> closing.tryClose();
        case NOW -> closing.closeNow();
      };
    }
  }

  /** Asks a channel about its state. */
  record Look(int channel, Fact fact) implements Operation {

    enum Fact {
      SIZE,
      EMPTY,
      FULL,
      CLOSED,
      DROPPED
    }

    @Override
    public Object perform(List<Ends> channels) {
      Receiver<Integer> seen = channels.get(channel).receiver();
      return switch (fact) {
        case SIZE -> seen.size();
        case EMPTY -> seen.isEmpty();
        case FULL -> seen.isFull();
        case CLOSED -> seen.isClosed();
        case DROPPED -> seen.dropped();
      };
    }
  }

  private static Told endOf(@Nullable Throwable cause) {
    return cause == null ? Told.CLOSED : Told.FAILED;
  }
}
