package dev.millrace.internal;

import dev.millrace.annotation.Nullable;

/** Keeps what both threads of a rendezvous write on cache lines of its own. */
final class MeetingPointFields {

  private MeetingPointFields() {}

  /** On one line, so that who sees the one has the other. */
  abstract static class Shared extends OneToOneEndFields.Front {
    /** Who is there and waits. */
    volatile @Nullable Object present;

    /** What a waiting receiver was given; written before it is no longer {@link #present}. */
    @Nullable Object given;
  }

  /** 128 bytes. */
  abstract static class Back extends Shared {
    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
  }
}
