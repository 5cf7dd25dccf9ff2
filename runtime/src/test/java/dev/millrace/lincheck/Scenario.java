package dev.millrace.lincheck;

import dev.millrace.Overflow;
import dev.millrace.annotation.Nullable;
import dev.millrace.harness.SelectorKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What several threads do at the same time on channels of their own.
 *
 * @param name what it is about
 * @param kinds of the channels
 * @param threads what each thread does, one operation after the other
 * @param interrupted the threads that one more thread interrupts, once each
 * @param selectors the kind of all selectors; those that register do so before the threads start
 */
record Scenario(
    String name,
    List<Kind> kinds,
    List<List<Operation>> threads,
    List<Integer> interrupted,
    SelectorKind selectors) {

  private static final long LIMIT_MILLIS = 20_000;

  /** Runs it once, on threads of this kind and fresh channels, and checks what came of it. */
  void run(ThreadFactory factory) throws InterruptedException {
    run(factory, LIMIT_MILLIS);
  }

  /**
   * As {@link #run}, on threads that Lincheck schedules. It follows neither virtual threads, nor
   * threads made by {@code Thread::new}, nor a join with a limit: it would explore nothing, and not
   * say so. That threads wait for ever it finds by itself.
   */
  void runUnderLincheck() throws InterruptedException {
    run(task -> new Thread(task), 0);
  }

  private void run(ThreadFactory factory, long limitMillis) throws InterruptedException {
    RealChannels channels = new RealChannels(kinds, selectors);
    threads.forEach(operations -> operations.forEach(channels::expect));
    AtomicInteger clock = new AtomicInteger();
    Actor[] actors = new Actor[threads.size()];
    Thread[] running = new Thread[threads.size() + 1];
    for (int i = 0; i < actors.length; i++) {
      actors[i] = new Actor(i, threads.get(i), channels, clock);
      running[i] = factory.newThread(actors[i]);
    }
    int[] interruptedAt = new int[actors.length];
    running[actors.length] =
        factory.newThread(
            () -> {
              for (int victim : interrupted) {
                running[victim].interrupt();
                interruptedAt[victim] = clock.incrementAndGet();
              }
            });
    int used = threadCount();
    for (int i = 0; i < used; i++) {
      running[i].start();
    }
    for (int i = 0; i < used; i++) {
      join(running[i], limitMillis, actors);
    }
    List<Call> calls = new ArrayList<>();
    for (Actor actor : actors) {
      actor.throwIfFailed();
      calls.addAll(actor.calls);
    }
    Linearisation.check(kinds, calls);
    channels.assertNothingLeft();
    for (Actor actor : actors) {
      actor.checkInterrupts(interrupted.contains(actor.number), interruptedAt[actor.number]);
    }
  }

  boolean selects() {
    return threads.stream().flatMap(List::stream).anyMatch(Operation.Select.class::isInstance);
  }

  /** Whether at most one thread sends and at most one receives. */
  boolean isOneToOne() {
    return !selects()
        && threadsThat(Operation.Send.class) <= 1
        && threadsThat(Operation.Receive.class) <= 1;
  }

  private long threadsThat(Class<? extends Operation> perform) {
    return threads.stream().filter(each -> each.stream().anyMatch(perform::isInstance)).count();
  }

  Scenario withOneToOneChannels() {
    List<Kind> oneToOne = kinds.stream().map(Kind::forTwoThreads).toList();
    return new Scenario(name + ", one to one", oneToOne, threads, interrupted, selectors);
  }

  Scenario withRegisteredSelectors() {
    return new Scenario(
        name + ", registered", kinds, threads, interrupted, SelectorKind.PERSISTENT);
  }

  /**
   * The same on broadcasts with one subscriber each, wherever one can stand for the channel: it
   * drops nothing, and without a buffer no select sends to it.
   */
  Scenario onBroadcasts() {
    List<Kind> broadcasts = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      broadcasts.add(canBroadcast(i) ? Kind.broadcast(kinds.get(i).capacity(), 1) : kinds.get(i));
    }
    return new Scenario(name + ", on broadcasts", broadcasts, threads, interrupted, selectors);
  }

  private boolean canBroadcast(int channel) {
    Kind kind = kinds.get(channel);
    return kind.overflow() == Overflow.WAIT
        && kind.capacity() < Integer.MAX_VALUE
        && (kind.capacity() > 0 || !isSentToBySelects(channel));
  }

  private boolean isSentToBySelects(int channel) {
    return threads.stream()
        .flatMap(List::stream)
        .anyMatch(
            operation ->
                operation instanceof Operation.Select select
                    && select.arms().stream()
                        .anyMatch(
                            arm -> arm instanceof Operation.Arm.Give && arm.channel() == channel));
  }

  /** How many threads it starts. */
  int threadCount() {
    return interrupted.isEmpty() ? threads.size() : threads.size() + 1;
  }

  @Override
  public String toString() {
    return name;
  }

  private void join(Thread thread, long limitMillis, Actor[] actors) throws InterruptedException {
    if (limitMillis == 0) {
      thread.join();
      return;
    }
    thread.join(limitMillis);
    if (thread.isAlive()) {
      throw new AssertionError("Still waiting in \"" + name + "\": " + Arrays.toString(actors));
    }
  }

  /** One thread of a scenario. */
  private static final class Actor implements Runnable {

    final int number;
    final List<Call> calls = new ArrayList<>();
    private final List<Operation> operations;
    private final RealChannels channels;
    private final AtomicInteger clock;
    private @Nullable Throwable failure;
    private boolean flagLeft;
    private int looked;

    Actor(int number, List<Operation> operations, RealChannels channels, AtomicInteger clock) {
      this.number = number;
      this.operations = operations;
      this.channels = channels;
      this.clock = clock;
    }

    @Override
    public void run() {
      try {
        for (Operation operation : operations) {
          int called = clock.incrementAndGet();
          Object outcome = outcome(operation);
          calls.add(new Call(number, operation, called, clock.incrementAndGet(), outcome));
        }
        looked = clock.incrementAndGet();
        flagLeft = Thread.interrupted();
      } catch (Throwable e) {
        failure = e;
      }
    }

    private Object outcome(Operation operation) {
      try {
        return channels.perform(operation);
      } catch (InterruptedException e) {
        return Told.INTERRUPTED;
      }
    }

    void throwIfFailed() {
      if (failure != null) {
        throw new AssertionError("Thread " + number + " failed after " + calls, failure);
      }
    }

    /** An interrupt is told by one exception or left in the flag: never both, never lost. */
    void checkInterrupts(boolean interrupted, int at) {
      long thrown = calls.stream().filter(call -> call.outcome() == Told.INTERRUPTED).count();
      long told = thrown + (flagLeft ? 1 : 0);
      boolean inTime = interrupted && at < looked;
      if (told > (interrupted ? 1 : 0) || (inTime && told == 0)) {
        throw new AssertionError(
            "Thread " + number + " was told of its interrupt " + told + " times in " + calls);
      }
    }

    @Override
    public String toString() {
      return "thread " + number + " did " + calls + " of " + operations;
    }
  }
}
