//// options -Amillrace.lint=everything -Amillrace.trace
@Topology
interface Board {
//W [BadOption] -Amillrace.lint=everything means nothing. Write -Amillrace.lint=strict, or leave it out.
//W [BadOption] -Amillrace.trace= means nothing. Write -Amillrace.trace=true, or leave it out.
  @Producer("ticks") void tick(String at);
  @Consumer("ticks") String next();
}
