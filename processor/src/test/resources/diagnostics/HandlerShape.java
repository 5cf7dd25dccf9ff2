@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Producer("quit") void quit();
  abstract class Listener { abstract void on(String at); }
  interface Two { void one(String at); void two(String at); }
  @Select void ok(@Case("ticks") java.util.function.Consumer<? super String> onTick, @Case("quit") Runnable onQuit);
  @Select void aClass(@Case("ticks") Listener onTick, @Case("quit") Runnable onQuit);
  //E [HandlerShape] onTick must be a functional interface with one parameter of type String and no result.
  @Select void two(@Case("ticks") Two onTick, @Case("quit") Runnable onQuit);
  //E [HandlerShape] onTick must be a functional interface with one parameter of type String and no result.
  @Select void raw(@Case("ticks") Handler onTick, @Case("quit") Runnable onQuit);
  //E [HandlerShape] onTick must be a functional interface with one parameter of type String and no result.
  @Select void any(@Case("ticks") Handler<? extends String> onTick, @Case("quit") Runnable onQuit);
  //E [HandlerShape] onTick must be a functional interface with one parameter of type String and no result.
  @Select void result(@Case("ticks") java.util.function.Function<String, String> onTick, @Case("quit") Runnable onQuit);
  //E [HandlerShape] onTick must be a functional interface with one parameter of type String and no result.
  @Select void signal(@Case("ticks") Handler<String> onTick, @Case("quit") java.util.concurrent.Callable<String> onQuit);
  //E [HandlerShape] onQuit must be a functional interface without parameters and result, as Runnable is.
  @Select void end(@Case("ticks") Handler<String> onTick, @Case(value = "ticks", closed = true) Handler<String> onEnd);
  //E [HandlerShape] onEnd must be a functional interface without parameters and result, as Runnable is.
  @Select void nothing(@Case("ticks") Handler<String> onTick, @Otherwise Handler<String> onNothing);
  //E [HandlerShape] onNothing must be a functional interface without parameters and result, as Runnable is.
}
