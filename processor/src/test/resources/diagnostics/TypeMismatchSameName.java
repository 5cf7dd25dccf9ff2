@Topology
interface Shop {
  record Date() {}
  @Producer("dates") void submit(Date date);
  @Consumer("dates") java.util.Date next();
  //E [TypeMismatch] Channel "dates" cannot carry both demo.Shop.Date and java.util.Date.
  //| submit(demo.Shop.Date) sends demo.Shop.Date.
  //| next() takes java.util.Date, and demo.Shop.Date is not a java.util.Date.
  //| Change next() to take demo.Shop.Date, or give java.util.Date a channel of its own.
}
