@Topology
interface Shop {
  @Producer("jobs") <T> void submit(T job);
  //E [GenericMethod] submit(T) has a type parameter of its own, but a channel carries one type. Move <T> to the interface, or name the type.
  @Consumer("jobs") Object next();
}
