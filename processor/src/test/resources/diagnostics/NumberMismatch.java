@Topology
interface Clock {
  @Producer("ticks") void tick(int at);
  @Consumer("ticks") long next();
  //E [TypeMismatch] Channel "ticks" is sent int by tick(int) but next() takes long. Channels do not widen numbers. Use long in both.
}
