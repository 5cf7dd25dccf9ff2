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
 *
 * <p>An actor, a stage with {@code @Select}, has no caller who could say how long to wait: {@link
 * #after} names the method that does.
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
public @interface Otherwise {

  /**
   * {@return the name of a method that says how long an actor waits for its arms; empty for not at
   * all} It is a method without parameters of the type that declares the actor, returns a {@link
   * java.time.Duration}, and is asked once per select, before waiting; zero or less is not to wait.
   * When every channel is closed, the actor ends, and is not told {@code Otherwise} any more.
   *
   * <pre>{@code
   * @Topology(stages = Session.Watch.class)
   * interface Session {
   *   sealed interface Event {
   *     @Case("keys")                  record Key(char key) implements Event {}
   *     @Otherwise(after = "patience") record Idle() implements Event {}
   *   }
   *
   *   @Producer("keys")  void press(char key) throws InterruptedException;
   *   @Consumer("alarms") String alarm() throws InterruptedException;
   *
   *   record Watch(Duration patience) {
   *     @Select @Producer("alarms")
   *     Optional<String> on(Event event) {
   *       return switch (event) {
   *         case Event.Key(char key) -> Optional.empty();
   *         case Event.Idle() -> Optional.of("nothing for " + patience);
   *       };
   *     }
   *   }
   * }
   *
   * try (var session = SessionTopology.start(new Session.Watch(Duration.ofMillis(10)))) {
   *   System.out.println(session.alarm()); // nothing for PT0.01S
   * }
   * }</pre>
   */
  String after() default "";
}
