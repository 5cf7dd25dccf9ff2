//// options -Amillrace.lint=everything -Amillrace.trace
//// warning [BadOption] -Amillrace.lint=everything means nothing. Write -Amillrace.lint=strict, or leave it out.
//// warning [BadOption] -Amillrace.trace= means nothing. Write -Amillrace.trace=true, or leave it out.
@Topology
interface Board {
  @Producer("ticks") void tick(String at);
  @Consumer("ticks") String next();
}
@Topology
interface Other {
  @Producer("ticks") void tick(String at);
  @Consumer("ticks") String next();
}
