final class Outer {
  private interface Job {}
  record Small() implements Job {}
  record Large() implements Job {}
  private record Secret(String text) {}
  @Topology
  interface Shop {
    sealed interface Event {
      //E ecj [Event.Task] [HiddenType] Task mentions Job, which Outer_ShopTopology could not see. Make Job package-private or public.
      @Case("small") record Task(Job job) implements Event {}
      //E javac [HiddenType] Task mentions Job, which Outer_ShopTopology could not see. Make Job package-private or public.
      @Case("large") record Big(Large job) implements Event {}
      @Case("secrets") record Told(Secret secret) implements Event {}
    }
    @Producer("small") void submit(Small job);
    @Producer("large") void submit(Large job);
    @Producer("small") void submitAsWell(Large job);
    @Producer("secrets") void tell(Secret secret);
    //E [HiddenType] tell(Secret) mentions Secret, which Outer_ShopTopology could not see. Make Secret package-private or public.
    @Select default void on(Event event) {}
  }
}
