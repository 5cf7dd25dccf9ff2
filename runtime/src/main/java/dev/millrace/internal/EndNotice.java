package dev.millrace.internal;

/**
 * Whether the end of a channel was told. Selects that share a notice tell the end once among them.
 */
public final class EndNotice {

  /** Guarded by the channel's lock; a look without it may find an old {@code false}. */
  boolean told;

  /** The end was not told yet. */
  public EndNotice() {}
}
