package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record, or the parameter of the select method, stands for one arm of a {@link Select}.
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
 *     @Case(value = "posts", closed = true) record Over() implements Event {}  // no more posts
 *   }
 *
 *   @Producer("posts") void post(Event.Post post) throws InterruptedException;
 *   @Producer("joins") void join(String name) throws InterruptedException;
 *   @Producer("ends")  void end() throws InterruptedException;
 *
 *   @Select Event next() throws InterruptedException;
 * }
 * }</pre>
 *
 * <p>The value was received when the record is made of it. If the record's constructor throws, the
 * port throws the same, or the stage fails, and the value is lost; {@link
 * dev.millrace.RunningTopology#discarded} does not count it. So check values before they are sent,
 * or where they are handled.
 *
 * <p>A parameter is a functional interface, a {@link dev.millrace.Handler} for instance, whose
 * method takes the value; none for a signal or an end.
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
public @interface Case {

  /** {@return the name of the channel} */
  String value();

  /**
   * {@return whether the arm stands for the end of the channel rather than for its values} It
   * happens once for each select method that has such an arm, to one of that method's callers, when
   * the channel is closed and drained. The record has no components then, and the same event has a
   * record for the values.
   */
  boolean closed() default false;

  /**
   * {@return the name of a method that says whether the arm takes part; empty for always} It is a
   * {@code boolean} method without parameters of the type that declares the select method, and is
   * asked once per select, before waiting. If guards take out every arm that is still open, a port
   * throws {@link IllegalStateException}, unless there is an {@link Otherwise}; an actor, unless it
   * says {@link Otherwise#after}, waits for the end of those channels, and throws if one of them
   * has values in its buffer, since nobody would ever take them.
   */
  String when() default "";
}
