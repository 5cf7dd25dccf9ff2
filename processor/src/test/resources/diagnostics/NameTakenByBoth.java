final class Outer {
  @Topology
  interface Shop {
    @Producer("jobs") void submit(String job);
    @Consumer("jobs") String next();
  }
}
@Topology
interface Outer_Shop {
//E [NameTaken] demo.Outer.Shop and demo.Outer_Shop would both get Outer_ShopTopology. Rename one of the two.
  @Producer("jobs") void submit(String job);
  @Consumer("jobs") String next();
}
final class A {
  static final class B {
    @Topology interface C { @Producer("jobs") void submit(String job); @Consumer("jobs") String next(); }
  }
}
final class A_B {
  @Topology
  interface C {
  //E [NameTaken] demo.A.B.C and demo.A_B.C would both get A_B_CTopology. Rename one of the two.
    @Producer("jobs") void submit(String job);
    @Consumer("jobs") String next();
  }
  @Topology interface D { @Producer("jobs") void submit(String job); @Consumer("jobs") String next(); }
}
