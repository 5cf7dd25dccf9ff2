package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a channel of the topology a buffer. A channel without one is a rendezvous. */
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
