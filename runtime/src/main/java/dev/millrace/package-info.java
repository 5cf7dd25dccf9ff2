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
 *
 * <p><b>Other libraries.</b> A receiver is an {@link java.lang.Iterable}, gives a {@linkplain
 * dev.millrace.Receiver#stream stream} and a {@linkplain dev.millrace.Receiver#publisher
 * publisher}; a sender gives a {@linkplain dev.millrace.Sender#subscriber subscriber}. There is no
 * view as a {@link java.util.concurrent.BlockingQueue}: it can neither end nor fail, and promises
 * to look at and remove what is inside. To cross over, one thread loops:
 *
 * <pre>{@code
 * for (Order order : orders) queue.put(order);
 * while (true) orders.send(queue.take());
 * }</pre>
 */
package dev.millrace;
