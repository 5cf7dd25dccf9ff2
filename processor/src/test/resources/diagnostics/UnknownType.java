@Topology
interface Shop {
//E [UnknownType] Shop was left out, because it refers to Job, which does not exist. If another processor should generate Job, look for its errors first.
  @Producer("jobs") void submit(Job job);
  //E javac cannot find symbol
  //| symbol:   class Job
  //| location: interface demo.Shop
  //E ecj Job cannot be resolved to a type
  @Consumer("jobs") Object next();
}
