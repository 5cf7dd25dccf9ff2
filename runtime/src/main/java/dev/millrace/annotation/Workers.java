package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a stage on several virtual threads, which take turns at its channel. With more than one the
 * order of results is not kept, and the method is called by several threads at once.
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
}
