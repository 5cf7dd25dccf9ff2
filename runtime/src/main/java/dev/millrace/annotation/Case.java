package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record stands for one arm of a {@link Select}.
 *
 * <p>A record that is itself the type put on the channel is passed on as it is. Otherwise its only
 * component takes the value; without a component it stands for a signal.
 *
 * <pre>{@code
 * @Topology
 * interface Chat {
 *   sealed interface Event {
 *     @Case("posts") record Post(String from, String text) implements Event {} // passed on as it is
 *     @Case("joins") record Joined(String name) implements Event {}            // takes the value
 *     @Case("ends")  record Ended() implements Event {}                        // a signal
 *   }
 *
 *   @Producer("posts") void post(Event.Post post) throws InterruptedException;
 *   @Producer("joins") void join(String name) throws InterruptedException;
 *   @Producer("ends")  void end() throws InterruptedException;
 *
 *   @Select Event next() throws InterruptedException;
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Case {

  /** {@return the name of the channel} */
  String value();
}
