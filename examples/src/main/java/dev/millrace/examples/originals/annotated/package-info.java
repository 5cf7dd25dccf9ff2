/**
 * The programs as annotated interfaces: ports are implemented and stages are run by the class that
 * the compiler generates.
 *
 * <p>Each interface is a whole program, its {@code main} included. What the programs of {@link
 * dev.millrace.examples.originals.library} do by hand is missing here, because it is generated:
 * making channels, starting threads, closing what has ended.
 *
 * <p>A topology is settled when it is compiled. Programs that make channels while they run, such as
 * the daisy chain, the prime sieve and the philosophers, exist on the bare library alone.
 */
package dev.millrace.examples.originals.annotated;
