@Topology(stages = Work.class)
//E [GenericStages] Work has type parameters, and stages cannot say what they stand for. Name a class that extends Work with type arguments.
interface Shop {
  @Producer("jobs") void submit(String job);
  @Consumer("results") String next();
}
class Work<T> {
  @Consumer("jobs") @Producer("results") T work(T job) { return job; }
}
