package dev.millrace.processor.liveness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.ChannelClosedException;
import dev.millrace.Received;
import dev.millrace.Receiver;
import dev.millrace.RunningTopology;
import dev.millrace.Sender;
import dev.millrace.processor.liveness.Plan.Closing;
import dev.millrace.processor.liveness.Plan.Port;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Runs a compiled plan of which the model says that nobody ever waits for ever: ports that send are
 * called some times and must return, ports that receive are called until the end, and without a
 * loop all stages must end.
 */
final class PlanRun {

  private static final int CALLS = 12;
  private static final Duration PATIENCE = Duration.ofMillis(1);

  /** A run that takes so long stands still. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Plan plan;
  private final RunningTopology topology;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean over;

  PlanRun(Plan plan, ClassLoader classes) throws ReflectiveOperationException {
    this.plan = plan;
    this.topology =
        (RunningTopology)
            classes
                .loadClass(plan.packageName() + "." + PlanText.NAME + "Topology")
                .getMethod("start")
                .invoke(null);
  }

  void run() throws InterruptedException {
    List<Thread> senders = new ArrayList<>();
    List<Thread> others = new ArrayList<>();
    try {
      for (Port port : plan.ports()) {
        boolean sends = port.takes().isEmpty() && !port.isSelect();
        (sends ? senders : others).add(start(port.name(), () -> call(port)));
      }
      await(senders);
      for (Closing closing : plan.closings()) {
        invoke(closing.name());
      }
      topology.stop();
      if (!plan.hasLoop()) {
        await(List.of(start("join", topology::join)));
      }
      over = true;
      topology.cancel();
      await(others);
    } finally {
      over = true;
      topology.cancel();
      Stream.concat(senders.stream(), others.stream()).forEach(Thread::interrupt);
    }
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  private Thread start(String name, Task task) {
    // Not on the carriers, of which stages that never wait may hold all.
    return Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(
            () -> {
              try {
                task.run();
              } catch (ChannelClosedException closed) {
                // The end that it waits for.
              } catch (Throwable failed) {
                failure.compareAndSet(null, failed);
              }
            });
  }

  private void await(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      boolean ended = thread.join(LIMIT);
      assertTrue(ended, () -> thread.getName() + " stands still:\n" + topology.snapshot());
    }
    if (failure.get() != null) {
      throw new AssertionError(topology.snapshot().toString(), failure.get());
    }
  }

  private void call(Port port) throws InterruptedException {
    switch (port.kind()) {
      case PUT, ASK, OFFER -> repeat(number -> invoke(port.name(), number));
      case TIMED_OFFER -> repeat(number -> invoke(port.name(), number, PATIENCE));
      case SEND_END -> {
        @SuppressWarnings("unchecked") // Every channel carries numbers.
        Sender<Integer> end = (Sender<Integer>) invoke(port.name());
        repeat(end::send);
      }
      case NEXT -> whileItGoesOn(() -> invoke(port.name()) != null);
      case NEXT_OR_EMPTY -> whileItGoesOn(() -> !invoke(port.name()).equals(Optional.empty()));
      case POLL -> whileItGoesOn(() -> pauseAfter(!isClosed(invoke(port.name()))));
      case TIMED_POLL -> whileItGoesOn(() -> !isClosed(invoke(port.name(), PATIENCE)));
      case RECEIVE_END -> {
        Receiver<?> end = (Receiver<?>) invoke(port.name());
        whileItGoesOn(() -> end.receiveOrNull() != null);
      }
      case SELECT -> whileItGoesOn(() -> invoke(port.name(), toSend(port)) != null);
      case TIMED_SELECT -> {
        List<Object> arguments = new ArrayList<>(List.of(toSend(port)));
        arguments.add(PATIENCE);
        whileItGoesOn(() -> invoke(port.name(), arguments.toArray()) != null);
      }
      case SELECT_NOW -> whileItGoesOn(() -> pauseAfter(invoke(port.name(), toSend(port)) != null));
    }
  }

  private static boolean isClosed(Object received) {
    return received instanceof Received.Closed<?>;
  }

  private static Object[] toSend(Port select) {
    return select.puts().toArray();
  }

  /** So that who never waits is not alone on the machine. */
  private static boolean pauseAfter(boolean goesOn) {
    LockSupport.parkNanos(PATIENCE.toNanos());
    return goesOn;
  }

  private interface Call {
    void with(int number) throws InterruptedException;
  }

  private static void repeat(Call call) throws InterruptedException {
    for (int i = 0; i < CALLS; i++) {
      call.with(i % 4);
    }
  }

  private interface Attempt {
    /** Whether there may be more. */
    boolean goesOn() throws InterruptedException;
  }

  private void whileItGoesOn(Attempt attempt) throws InterruptedException {
    boolean goesOn = true;
    while (goesOn && !over) {
      goesOn = attempt.goesOn();
    }
  }

  /** Calls the only port of that name. */
  private Object invoke(String name, Object... arguments) throws InterruptedException {
    try {
      for (Method method : topology.getClass().getMethods()) {
        if (method.getName().equals(name) && !method.isBridge()) {
          return method.invoke(topology, arguments);
        }
      }
      throw new AssertionError("no port " + name);
    } catch (InvocationTargetException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (cause instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw new AssertionError(failed);
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }
}
