package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/**
 * Where the fields of a {@link OneToOneEnd} lie in memory. Fields of a superclass stand before
 * those of a subclass, so the padding keeps apart what different threads write: a core that writes
 * a field takes its whole cache line, and with the adjacent-line prefetcher two of them, away from
 * the other core.
 *
 * <p>But where alignment leaves a gap in what a superclass declares, or behind the header, a small
 * field of any subclass goes there, past all padding of long fields. So each padding has small ones
 * too, enough for every gap before it: a gap is shorter than a long, and a class fills those of its
 * superclasses before those of its subclasses come. (A flag so misplaced, which one end reads with
 * every value, made a rendezvous take twice as long.)
 */
final class OneToOneEndFields {

  private OneToOneEndFields() {}

  /** 128 bytes, and some for gaps. */
  abstract static class Front {
    long f00, f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11, f12, f13, f14, f15;
    byte f16, f17, f18, f19, f20, f21, f22, f23;
  }

  /** What the thread at this end writes with every value, or for itself. */
  abstract static class Progress extends Front {
    /** How many values have passed this end. */
    long index;

    /** Up to here this end need not look whether the slots are ready. */
    long limit;

    /** When this end gets out of the way of other threads. */
    Breath breath = new Breath();

    /**
     * The slot without which this end cannot go on. Here, since the line of the {@link
     * Announcement} is to stay with the other end while this one only spins.
     */
    long needed;

    /** A later slot that it would rather wait for, or the same. */
    long wished;

    /** How many looks more are for the slot that is {@link #wished}. */
    int looksForWished;

    /** Whether this end takes a breath before its next value. */
    boolean breathes;

    /** Whether the other end was parked when they met last. */
    boolean woke;

    /** How often this end has begun to wait. */
    int waits;

    /** The index at which this end has parked last. */
    long parkedAt;

    /** {@link #waits} when this end probed last whether to spin pays. */
    int waitsAtProbe;

    /** {@link #index} at that time. */
    long indexAtProbe;

    /** How many probes in a row have not paid. */
    int probesInVain;

    /** How many standing announcements this end has made. */
    long standings;
  }

  /** 128 bytes, and some for gaps. */
  abstract static class Middle extends Progress {
    long m00, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12, m13, m14, m15;
    byte m16, m17, m18, m19, m20, m21, m22, m23;
  }

  /** What this end writes when it waits or answers, and the other end reads with every value. */
  abstract static class Announcement extends Middle {
    /** Whether this end is about to park, or has parked, and nobody has woken it. */
    volatile boolean announced;

    /** Whom to wake; written before {@link #announced}. */
    @Nullable Thread thread;

    /** The slot without which this end cannot go on; written before {@link #announced}. */
    long awaited;

    /**
     * The index of the other end from which on it must look whether this one is to be woken;
     * negative if it must always, with a fence. Nobody but this end writes it.
     */
    volatile long wakeAt = AnnouncingEnd.NEVER;

    /** The standing announcement of the other end that this one has seen last. */
    volatile long acknowledged;
  }

  /** 128 bytes, and some for gaps. */
  abstract static class Back extends Announcement {
    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
    byte b16, b17, b18, b19, b20, b21, b22, b23;
  }
}
