@Topology
interface Shop {
  @Producer("a") void put(String value);
  @Consumer("b") String next();
  @Consumer("a") @Producer("b") String convert(String value);
  //E [BothOnAbstract] convert(String) both consumes "a" and produces "b", but has no body to run. Give it one (default), move it to a class in @Topology(stages = ...), or split it in two ports. In Kotlin, compile with -jvm-default=no-compatibility or newer.
}
