package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record stands for one arm of a {@link Select}.
 *
 * <p>A record that is itself the type put on the channel is passed on as it is. Otherwise its only
 * component takes the value; without a component it stands for a signal.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Case {

  /** {@return the name of the channel} */
  String value();
}
