@Topology
abstract class Shop {
//E [NotAnInterface] Shop is a class, so its abstract methods cannot be implemented here. Make it an interface, or name it in @Topology(stages = Shop.class) of one.
  @Producer("jobs") abstract void submit(String job);
  @Consumer("jobs") abstract String next();
}
@Topology
enum Colour {
//E [NotAnInterface] Colour is an enum, so its abstract methods cannot be implemented here. Make it an interface, or name it in @Topology(stages = Colour.class) of one.
  RED;
  @Producer("paints") void paint(String wall) {}
}
@Topology
@interface Marked {
//E [NotAnInterface] Marked is an annotation, so its abstract methods cannot be implemented here. Make it an interface, or name it in @Topology(stages = Marked.class) of one.
  @Consumer("names") String value();
}
