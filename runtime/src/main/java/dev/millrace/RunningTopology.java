package dev.millrace;

import java.util.Map;

/**
 * A topology that was started: what every generated class can do beside the user's own ports.
 *
 * <pre>{@code
 * @Topology
 * @Buffer(channel = "jobs", size = 16)
 * interface JobBoard {
 *   @Producer("jobs") void submit(Runnable job) throws InterruptedException;
 *
 *   @Workers(4) @Consumer("jobs")
 *   default void work(Runnable job) {
 *     job.run();
 *   }
 * }
 *
 * try (var board = JobBoardTopology.start()) {
 *   board.submit(() -> System.out.println("worked on")); // worked on
 * } // waits until everything submitted was worked on
 * }</pre>
 *
 * <p>Each stage runs on virtual threads of its own, named like {@code JobBoard.work-3}. If a stage
 * throws, the topology fails: the other stages are interrupted, ports that wait throw, and {@link
 * #join} and {@link #close} throw one {@link TopologyFailedException} that names the stage.
 */
public interface RunningTopology extends AutoCloseable {

  /**
   * Begins an orderly end and returns at once: ports that send refuse with {@link
   * ChannelClosedException}, sources are interrupted and their next send is refused. What is
   * already in the channels is still worked on, and ports that receive go on delivering it.
   * Stopping again does nothing.
   */
  void stop();

  /**
   * Waits until every stage has ended.
   *
   * @throws InterruptedException if the calling thread is interrupted; the topology runs on
   * @throws TopologyFailedException if a stage failed
   * @throws IllegalStateException if called by one of the topology's own stages, which would wait
   *     for itself
   */
  void join() throws InterruptedException;

  /**
   * {@link #stop Stops} and waits until every stage has ended and ports have taken what the stages
   * left for them. If every stage that still runs waits for a channel and nothing has moved for the
   * {@linkplain StartOptions#gracePeriod grace period}, no port taking anything either, the rest is
   * cancelled; {@link #discarded} tells what was lost. User code that ignores interrupts is waited
   * for. If the calling thread is interrupted, the topology is cancelled, waited for, and the
   * interrupt flag is set again.
   *
   * @throws TopologyFailedException if a stage failed
   * @throws IllegalStateException if called by one of the topology's own stages
   */
  @Override
  void close();

  /**
   * Interrupts every stage now and closes every channel at once; returns without waiting. What is
   * cut short does not look complete: on every channel that had not ended yet, receivers get a
   * {@link ChannelClosedException} whose cause is a {@link
   * java.util.concurrent.CancellationException}.
   */
  void cancel();

  /**
   * {@return how many values were sent but not delivered, by channel, channels without any left
   * out} A value counts when its channel was closed before anybody took it, when a stage's send of
   * it was refused, and when its channel dropped it for want of room. One that a stage has received
   * was delivered, whatever becomes of it; and the caller of a port learns from the exception that
   * a value was not sent.
   */
  Map<String, Long> discarded();

  /** {@return what every stage does and how full every channel is, at about this moment} */
  TopologySnapshot snapshot();
}
