/**
 * Go's channels for Java: typed, first in first out, a rendezvous unless given a buffer, with exact
 * non-blocking operations, closing that flows through, and {@link dev.millrace.Selector select}.
 *
 * <p>The package stands on its own; {@link dev.millrace.annotation} puts a language checked by the
 * compiler on top of it.
 *
 * <p>Unless a method says otherwise, {@code null} arguments are refused with a {@link
 * java.lang.NullPointerException}, everything may be used by any number of threads at once, and
 * waiting operations park virtual threads without holding on to their carrier.
 *
 * <p><b>Memory consistency.</b> Actions in a thread prior to sending a value <i>happen-before</i>
 * actions subsequent to the receive that takes that value. On a channel of capacity <i>C</i> whose
 * senders wait, actions prior to the <i>k</i>-th receive <i>happen-before</i> the completion of the
 * <i>(k + C)</i>-th send. Actions prior to closing a channel <i>happen-before</i> actions
 * subsequent to a receive that reports it as closed.
 */
package dev.millrace;
