@Topology
interface Board {
  @Producer("a") void a();
  @Producer("b") void b();
  @Producer("c") void c();
  @Producer("d") void d();
  @Producer("e") void e();
  @Producer("f") void f();
  @Select Event next();
  sealed interface Event {
  //E ecj [Event.A] [UnknownGuard] Board has no method mayPause() that could guard A. Add one that returns boolean.
  //E ecj [Event.B] [UnknownGuard] Board has no method canAcept(). Did you mean "canAccept"?
  //E ecj [Event.C] [GuardShape] count() cannot guard C. A guard returns boolean, takes no parameters, declares no checked exceptions and is neither static nor private.
  //E ecj [Event.D] [GuardShape] fits(int) cannot guard D. A guard returns boolean, takes no parameters, declares no checked exceptions and is neither static nor private.
  //E ecj [Event.E] [GuardShape] reads() cannot guard E. A guard returns boolean, takes no parameters, declares no checked exceptions and is neither static nor private.
    @Case(value = "a", when = "mayPause") record A() implements Event {}
    //E javac [UnknownGuard] Board has no method mayPause() that could guard A. Add one that returns boolean.
    @Case(value = "b", when = "canAcept") record B() implements Event {}
    //E javac [UnknownGuard] Board has no method canAcept(). Did you mean "canAccept"?
    @Case(value = "c", when = "count") record C() implements Event {}
    //E javac [GuardShape] count() cannot guard C. A guard returns boolean, takes no parameters, declares no checked exceptions and is neither static nor private.
    @Case(value = "d", when = "fits") record D() implements Event {}
    //E javac [GuardShape] fits(int) cannot guard D. A guard returns boolean, takes no parameters, declares no checked exceptions and is neither static nor private.
    @Case(value = "e", when = "reads") record E() implements Event {}
    //E javac [GuardShape] reads() cannot guard E. A guard returns boolean, takes no parameters, declares no checked exceptions and is neither static nor private.
    @Case(value = "f", when = "canAccept") record F() implements Event {}
  }
  default boolean canAccept() { return true; }
  default boolean canAccept(int count) { return true; }
  default int count() { return 1; }
  default boolean fits(int size) { return true; }
  default boolean reads() throws IOException { return true; }
}
