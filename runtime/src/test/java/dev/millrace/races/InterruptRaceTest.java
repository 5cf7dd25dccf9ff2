package dev.millrace.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.Selector;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.Campaign;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thread is interrupted again and again while it sends or receives. For each operation exactly
 * one of {the value was transferred, {@code InterruptedException}} happens: were it both or
 * neither, the values received would not be the values sent.
 */
@Timeout(600)
class InterruptRaceTest extends ConcurrencyTest {

  private static final int FEW = 1_500;
  private static final int MANY = Campaign.share(300_000);

  /** Short, so that time-outs race with transfers and interrupts too. */
  private static final Duration MOMENT = Duration.ofNanos(20_000);

  /** After so many values a channel that spins is made to spin again: it may have lost its will. */
  private static final int PRIMED = 32;

  private static final int LAST = -1;
  private static final int NONE = -2;

  /** Gives the next value, or null if none came in time. */
  interface Receive {
    @Nullable
    Integer from(Channel<Integer> channel) throws InterruptedException;
  }

  /** Sends a value if that is possible in time. */
  interface Send {
    boolean to(Channel<Integer> channel, int value) throws InterruptedException;
  }

  record Form<F>(String name, F operation) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Form<Receive>> RECEIVES =
      List.of(
          new Form<>("receive", Channel::receive),
          new Form<>("receiveOrNull", Channel::receiveOrNull),
          new Form<>(
              "tryReceive",
              channel ->
                  channel.tryReceive(MOMENT) instanceof Received.Value(Integer value)
                      ? value
                      : null),
          new Form<>("select", channel -> receiving(channel).build().select()),
          new Form<>(
              "select in time",
              channel -> receiving(channel).timeout(MOMENT, () -> NONE).build().select()));

  private static final List<Form<Send>> SENDS =
      List.of(
          new Form<>(
              "send",
              (channel, value) -> {
                channel.send(value);
                return true;
              }),
          new Form<>("trySend", (channel, value) -> channel.trySend(value, MOMENT)),
          new Form<>("select", (channel, value) -> sending(channel, value).build().select()),
          new Form<>(
              "select in time",
              (channel, value) ->
                  sending(channel, value).timeout(MOMENT, () -> false).build().select()));

  private static Selector.Builder<Integer> receiving(Channel<Integer> channel) {
    return Selector.<Integer>fair()
        .receive(channel, value -> value)
        .receive(Channel.<Integer>rendezvous(), value -> value)
        .receive(channel, value -> value);
  }

  private static Selector.Builder<Boolean> sending(Channel<Integer> channel, int value) {
    return Selector.<Boolean>fair()
        .send(channel, () -> value, () -> true)
        .receive(Channel.<Integer>rendezvous(), other -> false)
        .send(channel, () -> value, () -> true);
  }

  private static <F> Stream<Arguments> rows(List<Form<F>> forms) {
    return forms.stream()
        .flatMap(
            form ->
                Stream.of(ThreadKind.values())
                    .flatMap(
                        kind ->
                            Stream.of(0, 1, 10)
                                .map(capacity -> Arguments.of(form, kind, capacity))));
  }

  static Stream<Arguments> receives() {
    return rows(RECEIVES);
  }

  static Stream<Arguments> sends() {
    return rows(SENDS);
  }

  @ParameterizedTest
  @MethodSource("receives")
  void ofReceive(Form<Receive> form, ThreadKind kind, int capacity) throws Exception {
    raceReceive(form.operation, kind, Channel.buffered(capacity), FEW, false);
    raceReceive(form.operation, kind, Channel.buffered(capacity), FEW, true);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("receives")
  void ofReceiveInVolume(Form<Receive> form, ThreadKind kind, int capacity) throws Exception {
    raceReceive(form.operation, kind, Channel.buffered(capacity), MANY, false);
  }

  @ParameterizedTest
  @MethodSource("sends")
  void ofSend(Form<Send> form, ThreadKind kind, int capacity) throws Exception {
    raceSend(form.operation, kind, Channel.buffered(capacity), FEW, false);
    raceSend(form.operation, kind, Channel.buffered(capacity), FEW, true);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("sends")
  void ofSendInVolume(Form<Send> form, ThreadKind kind, int capacity) throws Exception {
    raceSend(form.operation, kind, Channel.buffered(capacity), MANY, false);
  }

  private static void prime(Channel<Integer> channel, boolean spins, int value) {
    if (spins && value % PRIMED == 0) {
      ChannelProbe.spinning(channel);
    }
  }

  private void raceReceive(
      Receive form, ThreadKind kind, Channel<Integer> channel, int count, boolean spins)
      throws Exception {
    var victim =
        call(
            kind,
            () -> {
              List<Integer> received = new ArrayList<>();
              for (int value = 0; value != LAST; ) {
                try {
                  Integer next = form.from(channel);
                  value = next == null ? NONE : next;
                  if (value >= 0) {
                    received.add(value);
                  }
                } catch (InterruptedException e) {
                  // Then nothing was received.
                }
              }
              Thread.interrupted();
              return received;
            });
    var peer =
        run(
            kind,
            () -> {
              for (int i = 0; i < count; i++) {
                prime(channel, spins, i);
                channel.send(i);
              }
              channel.send(LAST);
            });
    interruptUntilItEnds(victim);
    assertEquals(IntStream.range(0, count).boxed().toList(), victim.join());
    assertTrue(peer.join());
    ChannelProbe.assertNobodyQueued(channel);
  }

  private void raceSend(
      Send form, ThreadKind kind, Channel<Integer> channel, int count, boolean spins)
      throws Exception {
    var peer = call(kind, () -> channel.stream().toList());
    var victim =
        call(
            kind,
            () -> {
              List<Integer> sent = new ArrayList<>();
              for (int i = 0; i < count; i++) {
                prime(channel, spins, i);
                try {
                  if (form.to(channel, i)) {
                    sent.add(i);
                  }
                } catch (InterruptedException e) {
                  // Then it was not sent.
                }
              }
              return sent;
            });
    interruptUntilItEnds(victim);
    List<Integer> sent = victim.join();
    channel.close();
    assertEquals(sent, peer.join());
    ChannelProbe.assertNobodyQueued(channel);
  }

  private static void interruptUntilItEnds(TestThread<?> victim) {
    var random = new Random(7);
    while (victim.isAlive()) {
      victim.interrupt();
      for (int spins = random.nextInt(2000); spins > 0; spins--) {
        Thread.onSpinWait();
      }
      if (random.nextInt(8) == 0) {
        LockSupport.parkNanos(random.nextInt(20_000));
      }
    }
  }
}
