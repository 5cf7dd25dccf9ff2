package dev.millrace.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface the whole world of its channel names.
 *
 * <p>Abstract methods become <em>ports</em>, which generated code implements and any thread may
 * call. Methods with a body become <em>stages</em>, which generated code runs on virtual threads of
 * their own. The compiler checks that everything that is sent can be received, and generates a
 * class {@code <Name>Topology} with a factory {@code start(...)}:
 *
 * <pre>{@code
 * @Topology
 * public interface Greetings {
 *   @Producer("names")     void greet(String name) throws InterruptedException;
 *   @Consumer("greetings") String next() throws InterruptedException;
 *
 *   @Consumer("names") @Producer("greetings")
 *   default String hello(String name) {
 *     return "Hello, " + name;
 *   }
 * }
 *
 * try (var greetings = GreetingsTopology.start()) {
 *   greetings.greet("Ada");
 *   System.out.println(greetings.next()); // Hello, Ada
 * }
 * }</pre>
 *
 * <p>Two topologies never share a channel because they use the same name. An interface with such
 * methods but without this annotation is a <em>fragment</em>: it is checked where a topology
 * extends it.
 *
 * <p>No annotation processor sees what is declared inside a method body or in an anonymous class.
 * For an interface there, nothing is checked and nothing is generated: declare it in a class, or in
 * a file of its own.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Topology {

  /**
   * {@return classes that hold stages with state} Their annotated methods belong to this topology;
   * {@code start} takes one instance of each, in this order.
   */
  Class<?>[] stages() default {};
}
