package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a stage on several virtual threads, which take turns at its channel. With more than one the
 * method is called by several threads at once, and results are sent as they come, unless they are
 * {@link #ordered}.
 *
 * <pre>{@code
 * @Topology
 * interface Sizes {
 *   @Producer("files") void add(Path file) throws InterruptedException;
 *   @Consumer("sizes") long next() throws InterruptedException;
 *
 *   @Workers(4) @Consumer("files") @Producer("sizes")
 *   default long size(Path file) throws IOException {
 *     return Files.size(file);
 *   }
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Workers {

  /** {@return how many virtual threads: 1 or more} */
  int value();

  /**
   * {@return whether results are sent in the order in which their values were received} A thread
   * whose result is early waits for its turn, so at most {@link #value} values are being handled. A
   * value without a result is passed over, and the elements of a stream are sent together:
   *
   * <pre>{@code
   * @Topology
   * interface Pages {
   *   @Producer("sources") void add(String source) throws InterruptedException;
   *   @Consumer("pages") String next() throws InterruptedException;
   *
   *   @Workers(value = 8, ordered = true) @Consumer("sources") @Producer("pages")
   *   default String render(String source) {
   *     return "<p>" + source + "</p>";
   *   }
   * }
   * }</pre>
   */
  boolean ordered() default false;
}
