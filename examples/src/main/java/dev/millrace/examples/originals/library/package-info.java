/**
 * The programs on the bare channel library, without annotations.
 *
 * <p>{@link dev.millrace.examples.originals.library.ProducerConsumerExit} is the one to begin with.
 * Functions are given only the end of a channel they need, a {@code Sender} or a {@code Receiver},
 * and every goroutine is over when its program is.
 */
package dev.millrace.examples.originals.library;
