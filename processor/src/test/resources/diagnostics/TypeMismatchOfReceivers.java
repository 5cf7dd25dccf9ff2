@Topology
interface Shop {
  interface Paid {}
  interface Packed {}
  record Order() implements Paid, Packed {}
  record Gift() implements Paid, Packed {}
  @Producer("done") void order(Order order);
  @Producer("done") void gift(Gift gift);
  @Consumer("done") Paid nextPaid();
  @Consumer("done") Packed nextPacked();
  //E [TypeMismatch] Channel "done" cannot carry both Paid and Packed.
  //| nextPaid() takes Paid.
  //| nextPacked() takes Packed, and neither is a kind of the other.
  //| Take the same type in both, or give Packed a channel of its own.
}
