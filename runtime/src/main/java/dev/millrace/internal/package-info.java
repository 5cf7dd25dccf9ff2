/**
 * How channels work. Not exported.
 *
 * <p>A {@link dev.millrace.internal.GeneralChannel} is a {@link dev.millrace.internal.SequenceLock
 * small lock}, a {@link dev.millrace.internal.RingBuffer buffer} and two first-in-first-out {@link
 * dev.millrace.internal.WaitQueue queues} of waiting threads. A thread that has to wait takes a
 * {@link dev.millrace.internal.Place} in a queue and parks, or {@linkplain
 * dev.millrace.internal.Pacing spins} first where that has paid lately; whoever comes to serve it
 * {@linkplain dev.millrace.internal.Waiter#claim claims} it by one compare-and-set, hands the value
 * over inside the lock, and wakes it outside. The first on each side that spins waits by a
 * {@linkplain dev.millrace.internal.HandOver word} in the line of the lock instead, and is queued
 * only when it is about to park. A select takes a place in several queues at once for one waiter,
 * so that the same compare-and-set decides which of its arms happens. One that stays registered has
 * its arms {@linkplain dev.millrace.internal.MarkedArms marked} by whoever makes them ready, and if
 * it only receives it {@linkplain dev.millrace.internal.Standing stands} at its channels without a
 * place in any queue. Others {@linkplain dev.millrace.internal.FirstLook look} first, and take what
 * is there by the lock of its channel alone.
 *
 * <p>A {@link dev.millrace.internal.Broadcast} is the same with one queue of receivers and one
 * place in the buffer for each {@linkplain dev.millrace.internal.Subscription subscriber}.
 *
 * <p>A {@link dev.millrace.internal.OneToOneChannel} is for two threads of which the compiler
 * knows, and who wait for each other without a lock: a {@linkplain
 * dev.millrace.internal.OneToOneRing ring} of slots, or a {@linkplain
 * dev.millrace.internal.OneToOneRendezvous rendezvous}. Who waits at a ring {@linkplain
 * dev.millrace.internal.AnnouncingEnd announces} it. If one thread receives from several rings by a
 * {@link dev.millrace.internal.RingSelect}, there is one announcement for all of them, and a {@link
 * dev.millrace.internal.Watch} for those that were missed. Where several threads share one end the
 * general channel is used: under that load its lock costs about what the compare-and-sets of the
 * best queues for many senders or many receivers do (the benchmarks {@code 4-to-1-512} and {@code
 * 1-to-4-512}), so a flavour for each would be code without a gain.
 *
 * <p>The structure of the general channel follows Go's {@code runtime/chan.go} and {@code
 * runtime/select.go}.
 */
package dev.millrace.internal;
