@Topology(stages = {Work.class, Lost.class})
//E javac cannot find symbol
//| symbol: class Lost
//E ecj Lost cannot be resolved to a type
interface Shop {
  @Producer("jobs") void submit(Job job);
  //E javac cannot find symbol
  //| symbol:   class Job
  //| location: interface demo.Shop
  //E ecj Job cannot be resolved to a type
  @Consumer("jobs") Object next();
}
final class Work {
  @Consumer("jobs") void work(Object job) {}
}
@Topology
interface Board extends Ports<String> {
//E javac cannot find symbol
//| symbol: class Ports
//E ecj Ports cannot be resolved to a type
  @Producer("jobs") void submit(String job);
}
