@Topology
interface Shop extends A, B, C, D, E, F {}
@Buffer(channel = "a", size = 0, overflow = Overflow.DROP_OLDEST)
//E [OverflowSize] "a" has no buffer, so DROP_OLDEST has nothing to drop from. Use a size of 1 or more, or remove overflow to let senders wait.
interface A {
  @Producer("a") void putA(String value);
  @Consumer("a") String nextA();
}
@Buffer(channel = "b", size = 16, overflow = Overflow.LATEST)
//E [OverflowSize] LATEST keeps one value of "b", so its size cannot be 16. Use 1, or DROP_OLDEST to keep more than the latest.
interface B {
  @Producer("b") void putB(String value);
  @Consumer("b") String nextB();
}
@Buffer(channel = "c", size = Buffer.UNLIMITED, overflow = Overflow.DROP_NEWEST)
//W [OverflowSize] "c" has room for everything, so DROP_NEWEST never drops a value. Use a size that bounds it, or remove overflow.
interface C {
  @Producer("c") void putC(String value);
  @Consumer("c") String nextC();
}
@Buffer(channel = "d", size = -1, overflow = Overflow.LATEST)
//E [BadSize] Buffer of "d" is -1. Use 0 (no buffer) or more.
interface D {
  @Producer("d") void putD(String value);
  @Consumer("d") String nextD();
}
@Buffer(channel = "e", size = 1, overflow = Overflow.LATEST)
interface E {
  @Producer("e") void putE(String value);
  @Consumer("e") String nextE();
}
@Buffer(channel = "f", size = 0, overflow = Overflow.WAIT)
interface F {
  @Producer("f") void putF(String value);
  @Consumer("f") String nextF();
}
