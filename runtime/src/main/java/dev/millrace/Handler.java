package dev.millrace;

/**
 * Handles the value that came from one of several channels: the type of a parameter with {@link
 * dev.millrace.annotation.Case} of a select method.
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
 * <p>Any functional interface will do in its place, {@link java.util.function.Consumer} say, which
 * shares its name with an annotation of Millrace and may not be interrupted.
 *
 * @param <T> the type of the values
 */
@FunctionalInterface
public interface Handler<T> {

  /**
   * Handles a value, in the thread that called the select method.
   *
   * @param value what was received, never {@code null}
   * @throws InterruptedException if interrupted while waiting; the value was taken nevertheless
   */
  void handle(T value) throws InterruptedException;
}
