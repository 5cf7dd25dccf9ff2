@Topology
abstract class Shop {
//E [NotAnInterface] Shop is a class, so its abstract methods cannot be implemented here. Make it an interface, or name it in @Topology(stages = Shop.class) of one.
  @Producer("jobs") abstract void submit(String job);
  @Consumer("jobs") abstract String next();
}
