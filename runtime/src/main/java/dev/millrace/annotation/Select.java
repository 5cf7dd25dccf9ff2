package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method waits for several channels at once and returns, or is called with, what came from one
 * of them.
 *
 * <p>Its arms are the records that the sealed interface it returns permits, each with {@link Case}:
 *
 * <pre>{@code
 * @Topology
 * interface Clock {
 *   sealed interface Event {
 *     @Case("ticks") record Tick(Instant at) implements Event {}
 *     @Case("quit")  record Quit() implements Event {}
 *   }
 *
 *   @Select           Event next() throws InterruptedException;
 *   @Producer("quit") void quit() throws InterruptedException;
 *
 *   @Producer("ticks")
 *   default Iterable<Instant> tick() {
 *     return Ticker.every(Duration.ofSeconds(1));
 *   }
 * }
 *
 * try (var clock = ClockTopology.start()) {
 *   switch (clock.next()) {
 *     case Clock.Event.Tick(var at) -> System.out.println(at);
 *     case Clock.Event.Quit() -> System.out.println("over");
 *   }
 * }
 * }</pre>
 *
 * <p>A {@code switch} over the result is then checked for exhaustiveness by {@code javac}. Among
 * arms that are ready the choice is fair. Exactly one arm happens. A closed channel's arm drops
 * out; when every channel is closed, the method throws {@code ChannelClosedException}, or returns
 * empty if it is declared to return {@code Optional<Event>}. Any number of threads may call it at
 * once.
 *
 * <p>Or its arms are its own parameters, each a functional interface with {@code @Case}: the method
 * is {@code void} then, and calls the one whose value came.
 *
 * <pre>{@code
 * @Topology
 * interface Thermostat {
 *   @Producer("readings") void report(double celsius) throws InterruptedException;
 *   @Producer("off")      void turnOff() throws InterruptedException;
 *
 *   @Select
 *   void await(@Case("readings") Handler<Double> onReading, @Case("off") Runnable onOff)
 *       throws InterruptedException;
 * }
 * }</pre>
 *
 * <p>On a method with a body it declares a stage that is called once per event, which it takes as
 * its parameter: {@code void on(Event event)}. One thread calls it, so what only this method uses
 * needs no lock. With {@link Producer} its result is sent, as that of a stage with {@link Consumer}
 * is, and it may take senders that name their channels: {@code void on(Event
 * event, @Producer("log") Sender<String> log)}. The stage ends when every channel is closed.
 *
 * <p>With an {@link Otherwise} record the method does not wait, or at most as long as the {@link
 * java.time.Duration} says that it takes, or as {@link Otherwise#after} says for a stage. {@link
 * Case} also has arms for the end of a channel, and arms that take part only when a guard says so.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Select {

  /**
   * {@return whether to choose the first arm that is ready, and not evenly among them} First is the
   * record that stands first in the {@code permits} clause of the event, or is declared first if
   * the clause is left out; or the first parameter.
   */
  boolean priority() default false;
}
