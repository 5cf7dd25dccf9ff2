package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method, or what it does through a parameter, sends to a channel.
 *
 * <p>On an abstract method it declares a port: {@code void put(T value)} waits until the value was
 * taken or buffered, {@code boolean offer(T value)} never waits, {@code boolean offer(T value,
 * Duration atMost)} waits at most that long, {@code void ring()} sends a signal that carries no
 * value. {@code Sender<T> values()} returns the send end itself, for dynamic use: all ports of the
 * channel share it, so closing it is what {@link Close} does.
 *
 * <p>On a method with a body it declares a stage: together with {@link Consumer} its result is sent
 * (an {@link java.util.Optional} sends none or one, a {@link java.util.stream.Stream} any number);
 * alone it is a source, which returns a {@code Stream} or an {@link Iterable} or takes a {@code
 * Sender}, and is called once. A source says exactly {@code Stream} or {@code Iterable}: any other
 * result, a {@code List} or a type of your own that is an {@code Iterable} too, would be one value,
 * and the compiler refuses a source that is called for one value after the other for ever. The
 * stage's own thread does all that a stream does, also if that is a parallel one.
 *
 * <pre>{@code
 * @Topology
 * interface Words {
 *   @Producer("lines") void put(String line) throws InterruptedException; // a port that waits
 *   @Producer("lines") boolean offer(String line);                        // one that does not
 *
 *   @Producer("lines")
 *   default Stream<String> greeting() { // a source
 *     return Stream.of("hello");
 *   }
 *
 *   @Consumer("lines") @Producer("words")
 *   default Stream<String> split(String line) { // any number of words per line
 *     return Stream.of(line.split(" "));
 *   }
 *
 *   @Consumer("words") String next() throws InterruptedException;
 * }
 * }</pre>
 *
 * <p>On a parameter, a {@code Sender} of a stage, it says which channel that is an end of. Such a
 * stage is called once, and takes as many ends as it likes; {@link Consumer} shows one. A stage
 * with {@link Select} takes such senders beside its event.
 *
 * <p>On a record of the event of a {@link Select} port it declares an arm that sends: the select
 * method takes the value as a parameter with the same annotation, and returns the record if that
 * value was sent. Otherwise the value was not sent.
 *
 * <pre>{@code
 * @Topology
 * interface Exchange {
 *   sealed interface Event {
 *     @Producer("left") record Sent() implements Event {}
 *     @Case("right")    record Got(String value) implements Event {}
 *   }
 *
 *   @Select Event sendOrReceive(@Producer("left") String value) throws InterruptedException;
 *
 *   @Consumer("left") String takeLeft() throws InterruptedException;
 *   @Producer("right") void putRight(String value) throws InterruptedException;
 * }
 * }</pre>
 *
 * <p>Closing needs no code: when the last stage that sends to a channel has ended, the channel is
 * closed. If ports send to it too, it is closed once {@link Close} was called as well.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
public @interface Producer {

  /**
   * {@return the name of the channel: letters, digits, '-', '_' and '.', starting with a letter}
   */
  String value();

  /**
   * {@return the name of a method that says whether the arm takes part; empty for always} It is for
   * the record of an arm that sends only, and means what it means in {@link Case#when}.
   */
  String when() default "";
}
