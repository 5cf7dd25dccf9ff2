package dev.millrace.conformance;

import dev.millrace.Channel;
import dev.millrace.Received;
import dev.millrace.harness.Body;
import dev.millrace.harness.ConcurrencyTest;
import dev.millrace.harness.TestThread;
import dev.millrace.harness.ThreadKind;
import dev.millrace.internal.ChannelProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** The base of the suite: a fresh channel of one flavour, and threads of one kind. */
abstract class ChannelConformance extends ConcurrencyTest {

  /** Long enough for anything that is to happen. */
  static final Duration LONG = Duration.ofMinutes(1);

  /** For what is not to happen. */
  static final Duration SHORT = Duration.ofMillis(5);

  final Flavour flavour;
  final Channel<Integer> channel;
  private final ThreadKind kind;

  ChannelConformance(Flavour flavour, ThreadKind kind) {
    this.flavour = flavour;
    this.kind = kind;
    this.channel = flavour.create("words");
  }

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    joinAll();
    ChannelProbe.assertInvariants(channel);
    ChannelProbe.assertNobodyQueued(channel);
  }

  final <T> TestThread<T> call(Callable<? extends T> body) {
    return call(kind, body);
  }

  final TestThread<Boolean> run(Body body) {
    return run(kind, body);
  }

  /** A thread that waits to receive. */
  final TestThread<Integer> waitingReceiver() {
    return this.<Integer>call(channel::receive).awaitParked();
  }

  /** A thread that waits to send; the channel must be full. */
  final TestThread<Boolean> waitingSender(int value) {
    return run(() -> channel.send(value)).awaitParked();
  }

  /** Sends 0, 1, 2 and so on until the buffer is full, or many. */
  final List<Integer> fill() throws InterruptedException {
    List<Integer> values = IntStream.range(0, flavour.room()).boxed().toList();
    for (int value : values) {
      channel.send(value);
    }
    return values;
  }

  /** Receives so many values. */
  final List<Integer> receive(int count) throws InterruptedException {
    List<Integer> values = new ArrayList<>();
    while (values.size() < count) {
      values.add(channel.receive());
    }
    return values;
  }

  /** Receives what can be received without waiting. */
  final List<Integer> drain() {
    List<Integer> values = new ArrayList<>();
    while (channel.tryReceive() instanceof Received.Value(Integer value)) {
      values.add(value);
    }
    return values;
  }
}
