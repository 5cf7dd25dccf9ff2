package dev.millrace.conformance;

import static dev.millrace.conformance.Flavour.dropping;
import static dev.millrace.conformance.Flavour.oneToOne;
import static dev.millrace.conformance.Flavour.waiting;

import dev.millrace.Channel;
import dev.millrace.harness.SelectorKind;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * All kinds of channels. A new flavour or policy is one more row here; every class of the suite
 * says by its source which rows it is about. Each row is run with platform and virtual threads.
 */
final class Flavours {

  private static final List<Flavour> ROWS =
      List.of(
          waiting("rendezvous", 0, Channel::rendezvous),
          waiting("buffered(0)", 0, name -> Channel.buffered(name, 0)),
          waiting("buffered(1)", 1, name -> Channel.buffered(name, 1)),
          waiting("buffered(2)", 2, name -> Channel.buffered(name, 2)),
          waiting("buffered(10)", 10, name -> Channel.buffered(name, 10)),
          waiting("buffered(100)", 100, name -> Channel.buffered(name, 100)),
          waiting("spinning(0)", 0, name -> ChannelProbe.spinning(Channel.rendezvous(name))),
          waiting("spinning(2)", 2, name -> ChannelProbe.spinning(Channel.buffered(name, 2))),
          new Flavour("unlimited", Integer.MAX_VALUE, false, true, true, Channel::unlimited),
          dropping("dropOldest(1)", 1, name -> Channel.dropOldest(name, 1)),
          dropping("dropOldest(10)", 10, name -> Channel.dropOldest(name, 10)),
          dropping("dropNewest(1)", 1, name -> Channel.dropNewest(name, 1)),
          dropping("dropNewest(10)", 10, name -> Channel.dropNewest(name, 10)),
          dropping("keepLatest", 1, Channel::keepLatest),
          oneToOne(0),
          oneToOne(1),
          oneToOne(2),
          oneToOne(10),
          oneToOne(100));

  private Flavours() {}

  static Stream<Arguments> all() {
    return rows(flavour -> true);
  }

  /** Each of them with each kind of selector. */
  static Stream<Arguments> allSelected() {
    return selected(forSeveral());
  }

  /** Those on which any number of threads may send, receive and select. */
  static Stream<Arguments> forSeveral() {
    return rows(Flavour::forSeveral);
  }

  /** Those on which several senders can have to wait. */
  static Stream<Arguments> onWhichSeveralSendersWait() {
    return rows(flavour -> flavour.sendersWait() && flavour.forSeveral());
  }

  /** Those that deliver every value that any number of threads have sent. */
  static Stream<Arguments> losslessForSeveral() {
    return rows(flavour -> flavour.lossless() && flavour.forSeveral());
  }

  /** Those that can be full and make senders wait then. */
  static Stream<Arguments> onWhichSendersWait() {
    return rows(Flavour::sendersWait);
  }

  static Stream<Arguments> onWhichSendersWaitSelected() {
    return selected(onWhichSeveralSendersWait());
  }

  /** Those that can hold a value that nobody waits for. */
  static Stream<Arguments> withBuffer() {
    return rows(flavour -> flavour.capacity() > 0);
  }

  /** Those that deliver every value that was sent. */
  static Stream<Arguments> lossless() {
    return rows(Flavour::lossless);
  }

  private static Stream<Arguments> selected(Stream<Arguments> rows) {
    return rows.flatMap(
        row ->
            Stream.of(SelectorKind.values())
                .map(selectors -> Arguments.of(row.get()[0], row.get()[1], selectors)));
  }

  private static Stream<Arguments> rows(Predicate<Flavour> wanted) {
    return ROWS.stream()
        .filter(wanted)
        .flatMap(
            flavour -> Stream.of(ThreadKind.values()).map(kind -> Arguments.of(flavour, kind)));
  }
}
