package dev.millrace.annotation;

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

  /** Holds the repeated {@link Buffer} annotations of one interface; written by the compiler. */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  @interface Buffers {

    /** {@return the buffers, in source order} */
    Buffer[] value();
  }
}
