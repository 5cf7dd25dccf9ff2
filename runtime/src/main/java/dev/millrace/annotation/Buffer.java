package dev.millrace.annotation;

import dev.millrace.Overflow;
import dev.millrace.RunningTopology;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a channel of the topology a buffer. A channel without one is a rendezvous.
 *
 * <pre>{@code
 * @Topology
 * @Buffer(channel = "lines", size = 64)
 * interface Log {
 *   @Producer("lines") void write(String line) throws InterruptedException; // waits if 64 are pending
 *
 *   @Consumer("lines")
 *   default void print(String line) {
 *     System.out.println(line); // one, then two
 *   }
 * }
 *
 * try (var log = LogTopology.start()) {
 *   log.write("one");
 *   log.write("two");
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Buffer.Buffers.class)
public @interface Buffer {

  /** A size without a limit: sending never waits, and memory is the only bound. */
  int UNLIMITED = Integer.MAX_VALUE;

  /** {@return the name of the channel} */
  String channel();

  /** {@return how many values fit: 0 for a rendezvous, {@link #UNLIMITED}, or anything between} */
  int size();

  /**
   * {@return what happens to a value for which there is no room} All but {@link Overflow#WAIT} make
   * a dropping channel, which needs a size of 1 or more ({@link Overflow#LATEST}: of 1): sending to
   * it never waits, and {@link RunningTopology#discarded} counts what it dropped.
   *
   * <pre>{@code
   * @Topology
   * @Buffer(channel = "progress", size = 1, overflow = Overflow.LATEST)
   * interface Progress {
   *   @Producer("progress") void report(int percent) throws InterruptedException;
   *   @Consumer("progress") int latest() throws InterruptedException;
   * }
   *
   * try (var progress = ProgressTopology.start()) {
   *   for (int percent = 0; percent <= 100; percent++) {
   *     progress.report(percent);
   *   }
   *   System.out.println(progress.latest()); // 100
   *   System.out.println(progress.discarded()); // {progress=100}
   * }
   * }</pre>
   */
  Overflow overflow() default Overflow.WAIT;

  /** Holds the repeated {@link Buffer} annotations of one interface; written by the compiler. */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  @interface Buffers {

    /** {@return the buffers, in source order} */
    Buffer[] value();
  }
}
