package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The port says that no more values come from ports.
 *
 * <p>On an abstract {@code void} method without parameters. Once it was called, producing ports of
 * the channel throw {@code ChannelClosedException}; the channel itself is closed when the stages
 * that send to it have ended too. What was sent before is still delivered. Calling it again does
 * nothing.
 *
 * <pre>{@code
 * @Topology
 * interface Adder {
 *   @Producer("numbers") void add(int number) throws InterruptedException;
 *   @Close("numbers")    void finish();
 *   @Consumer("sums")    int sum() throws InterruptedException;
 *
 *   @Consumer("numbers") @Producer("sums")
 *   default int addUp(Receiver<Integer> numbers) {
 *     return numbers.stream().mapToInt(Integer::intValue).sum();
 *   }
 * }
 *
 * try (var adder = AdderTopology.start()) {
 *   adder.add(2);
 *   adder.add(3);
 *   adder.finish();
 *   System.out.println(adder.sum()); // 5
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Close {

  /** {@return the names of the channels to close} */
  String[] value();
}
