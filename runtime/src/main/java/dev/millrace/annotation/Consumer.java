package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method, or what it does through a parameter, receives from a channel.
 *
 * <p>On an abstract method it declares a port: {@code T next()} waits for a value and throws {@code
 * ChannelClosedException} when the channel is closed and drained, {@code Optional<T> next()} is
 * empty then. {@code Received<T> poll()} never waits and {@code Received<T> poll(Duration atMost)}
 * at most that long; both tell a value from nothing and from the end. {@code Receiver<T> values()}
 * returns the receive end itself, for dynamic use.
 *
 * <p>On a method with a body it declares a stage: {@code f(T value)} is called once per value,
 * {@code f(Receiver<T> values)} once for the whole channel.
 *
 * <pre>{@code
 * @Topology
 * interface Squares {
 *   @Consumer("results") int next() throws InterruptedException; // a port
 *
 *   @Producer("numbers")
 *   default Stream<Integer> numbers() {
 *     return Stream.of(1, 2, 3);
 *   }
 *
 *   @Consumer("numbers") @Producer("squares")
 *   default int square(int number) { // once per value
 *     return number * number;
 *   }
 *
 *   @Consumer("squares") @Producer("results")
 *   default int sum(Receiver<Integer> squares) { // once for all
 *     int sum = 0;
 *     for (int square : squares) sum += square;
 *     return sum;
 *   }
 * }
 *
 * try (var squares = SquaresTopology.start()) {
 *   System.out.println(squares.next()); // 14
 * }
 * }</pre>
 *
 * <p>On a parameter, a {@code Receiver} of a stage, it says which channel that is an end of. Such a
 * stage is called once, and takes as many ends as it likes:
 *
 * <pre>{@code
 * @Topology
 * interface Zip {
 *   @Producer("names") void name(String name) throws InterruptedException;
 *   @Producer("ages") void age(int age) throws InterruptedException;
 *   @Consumer("people") String next() throws InterruptedException;
 *
 *   default void zip(
 *       @Consumer("names") Receiver<String> names,
 *       @Consumer("ages") Receiver<Integer> ages,
 *       @Producer("people") Sender<String> people)
 *       throws InterruptedException {
 *     for (String name : names) {
 *       people.send(name + ", " + ages.receive());
 *     }
 *   }
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
public @interface Consumer {

  /**
   * {@return the name of the channel: letters, digits, '-', '_' and '.', starting with a letter}
   */
  String value();
}
