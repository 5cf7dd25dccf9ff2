package dev.millrace.annotation;

import dev.millrace.ChannelClosedException;
import dev.millrace.RunningTopology;
import dev.millrace.Sender;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each consuming stage of these channels gets every value, and not only some of them.
 *
 * <p>A subscriber is a stage, with all its {@link Workers} and all its arms; the ports as one; or
 * each port that returns a {@code Receiver}. Each gets all values in the order in which they were
 * sent.
 *
 * <ul>
 *   <li>With a {@link Buffer}, a send completes when the value is in the buffer, which holds what
 *       the slowest subscriber has still to get. Without one, it completes when every subscriber
 *       has taken the value.
 *   <li>An offer that does not wait reaches everybody or nobody.
 *   <li>A sender that is interrupted, or whose time passes, has sent to nobody. Only where there is
 *       no buffer can it have been too late, because one subscriber has the value already: then it
 *       is sent, and the others get it too. The send then returns as if it had succeeded, with the
 *       interrupt flag set.
 *   <li>A stage that has ended is skipped: it holds nobody back. When all have ended, and no port
 *       receives, sending throws {@link ChannelClosedException}.
 *   <li>{@link RunningTopology#discarded} counts a value that was sent once for each subscriber
 *       that will not get it.
 * </ul>
 *
 * <pre>{@code
 * @Topology
 * @Broadcast("words")
 * interface Shouts {
 *   @Producer("words")   void say(String word) throws InterruptedException;
 *   @Consumer("shouts")  String next() throws InterruptedException;
 *   @Consumer("lengths") int length() throws InterruptedException;
 *
 *   @Consumer("words") @Producer("shouts")
 *   default String shout(String word) {
 *     return word.toUpperCase(Locale.ROOT) + "!";
 *   }
 *
 *   @Consumer("words") @Producer("lengths")
 *   default int measure(String word) {
 *     return word.length();
 *   }
 * }
 *
 * try (var shouts = ShoutsTopology.start()) {
 *   shouts.say("hello");
 *   System.out.println(shouts.next() + " " + shouts.length()); // HELLO! 5
 * }
 * }</pre>
 *
 * <p>Sending happens-before each of the receives that take the value; see {@link Sender#send}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Broadcast {

  /** {@return the names of the channels} */
  String[] value();
}
