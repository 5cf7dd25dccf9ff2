package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record, or the parameter of the select method, stands for "none of the arms" of a {@link
 * Select}.
 *
 * <p>A select method without parameters does not wait then: if no arm is ready at once, it returns
 * this record. One that takes a {@link java.time.Duration} waits at most that long. Either returns
 * it also when every channel is closed. A record has no components here, a parameter is a
 * functional interface whose method takes nothing, and a select has one of them at most.
 *
 * <pre>{@code
 * @Topology
 * @Buffer(channel = "tokens", size = 10)
 * interface Limiter {
 *   sealed interface Permit {
 *     @Case("tokens") record Granted(long serial) implements Permit {}
 *     @Otherwise      record Denied() implements Permit {}
 *   }
 *
 *   @Select Permit tryAcquire();
 *   @Select Permit acquire(Duration patience) throws InterruptedException;
 *
 *   @Producer("tokens")
 *   default Stream<Long> refill() {
 *     return LongStream.rangeClosed(1, 100).boxed();
 *   }
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
public @interface Otherwise {}
