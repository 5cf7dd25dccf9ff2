@Topology
interface Shop {
  @Producer("jobs") default void read(String file, Sender<String> out) {}
  //E [StageShape] read(String, Sender<String>) fits no source, because it consumes nothing. A source takes no parameter, or one Sender<T>.
  @Consumer("jobs") String next();
}
