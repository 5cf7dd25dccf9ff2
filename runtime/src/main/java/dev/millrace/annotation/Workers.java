package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a stage on several virtual threads, which take turns at its channel. With more than one the
 * order of results is not kept, and the method is called by several threads at once.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Workers {

  /** {@return how many virtual threads: 1 or more} */
  int value();
}
