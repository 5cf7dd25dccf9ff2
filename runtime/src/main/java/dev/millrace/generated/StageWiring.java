package dev.millrace.generated;

import dev.millrace.Channel;
import dev.millrace.ChannelEnd;
import dev.millrace.Receiver;
import dev.millrace.Sender;
import dev.millrace.annotation.Nullable;
import dev.millrace.internal.SendEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One stage: its ends of channels, what it runs, and the threads it runs on. */
public final class StageWiring {

  private final TopologyRun run;
  private final String name;
  private final int workers;
  private final List<Input<?>> inputs = new ArrayList<>();
  private final List<RunChannel<?>> produced = new ArrayList<>();
  private final List<Sender<?>> sendEnds = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger live;
  private @Nullable Turnstile<?> turnstile;

  /** What it receives from, and at which end. */
  private record Input<T>(RunChannel<T> life, Receiver<T> end) {
    void ended() {
      life.consumerEnded(end);
    }
  }

  StageWiring(TopologyRun run, String name, int workers) {
    this.run = run;
    this.name = name;
    this.workers = workers;
    this.live = new AtomicInteger(workers);
  }

  /**
   * {@return the stage's end of a channel it receives from, the same whenever it is asked for}
   *
   * @param <T> the type of the values
   * @param channel made by the same {@link TopologyRun}
   */
  @SuppressWarnings("unchecked") // The end of a Channel<T> is a Receiver<T>.
  public <T> Receiver<T> receiver(Channel<T> channel) {
    RunChannel<T> life = run.lifeOf(channel);
    Input<?> input =
        inputs.stream()
            .filter(known -> known.life() == life)
            .findFirst()
            .orElseGet(() -> add(life));
    return (Receiver<T>) input.end();
  }

  private <T> Input<T> add(RunChannel<T> life) {
    Input<T> input = new Input<>(life, life.stageReceiver());
    inputs.add(input);
    return input;
  }

  /**
   * {@return a way for the stage's workers to keep the order of a channel it receives from}
   *
   * @param <T> the type of the values
   * @param channel made by the same {@link TopologyRun}
   */
  public <T> Turnstile<T> turnstile(Channel<T> channel) {
    Turnstile<T> made = new Turnstile<>(receiver(channel));
    turnstile = made;
    return made;
  }

  /**
   * {@return the stage's own send end, which is closed when its last thread has ended}
   *
   * @param <T> the type of the values
   * @param channel made by the same {@link TopologyRun}
   */
  public <T> Sender<T> sender(Channel<T> channel) {
    RunChannel<T> life = run.lifeOf(channel);
    produced.add(life);
    Sender<T> end = life.stageEnd();
    sendEnds.add(end);
    return end;
  }

  /**
   * Says what each thread of the stage runs, once, when the topology is started.
   *
   * @param body run by all workers, so by several threads at once if there are several
   */
  public void runs(StageBody body) {
    for (int worker = 1; worker <= workers; worker++) {
      String threadName = workers == 1 ? name : name + "-" + worker;
      threads.add(Thread.ofVirtual().name(threadName).unstarted(() -> runWorker(body)));
    }
  }

  private void runWorker(StageBody body) {
    try {
      // What ended before this thread began has nothing for it to do.
      if (!run.isOver()) {
        body.run();
      }
    } catch (Throwable thrown) {
      // Not swallowed, whatever it is: join() and close() throw it.
      run.stageThrew(this, thrown);
    } finally {
      if (turnstile != null) {
        // Only after a failure is on record: until then nobody may send past the missing result.
        turnstile.leave();
      }
      if (live.decrementAndGet() == 0) {
        endAll();
      }
    }
  }

  /**
   * Each by itself, also if another cannot be ended: others would wait for it for ever. Such a
   * failure is the stage's, and with it each channel is closed once more. By number: an iterator
   * takes memory.
   */
  private void endAll() {
    for (int i = 0; i < sendEnds.size(); i++) {
      try {
        close(sendEnds.get(i));
      } catch (Throwable failed) {
        run.stageThrew(this, failed);
      }
    }
    for (int i = 0; i < inputs.size(); i++) {
      try {
        inputs.get(i).ended();
      } catch (Throwable failed) {
        run.stageThrew(this, failed);
      }
    }
  }

  /** A stage that has ended early, because the topology is over, must not look complete. */
  private void close(Sender<?> end) {
    Throwable cause = run.overBecause();
    if (cause == null) {
      end.close();
    } else {
      end.close(cause);
    }
  }

  /** Nothing feeds it, so it only ends when told to. */
  boolean isSource() {
    return inputs.isEmpty();
  }

  /** Whether it is one of the channels it receives from or sends to. */
  boolean isConnectedTo(ChannelEnd channel) {
    return inputs.stream().anyMatch(input -> input.life().isChannel(channel))
        || produced.stream().anyMatch(life -> life.isChannel(channel));
  }

  /** Whether it is an end that the stage could have closed itself. */
  boolean hasSendEnd(ChannelEnd end) {
    return end instanceof SendEnd<?> own && sendEnds.contains(own);
  }

  /** Makes a source end: its next send is refused, and it is woken if it waits. */
  void stopSource() {
    sendEnds.forEach(Sender::close);
    interrupt();
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  List<Thread> threads() {
    return threads;
  }
}
