@Topology
@SuppressWarnings({"millrace:OneArms", "unchecked", "millrace:TypeMismatch"})
//W [UnknownCode] There is no warning "OneArms" to suppress. Did you mean "OneArm"?
//W [UnknownCode] TypeMismatch is an error, which nothing can suppress. Remove it.
interface Board {
  @SuppressWarnings("millrace:Everything")
  //W [UnknownCode] There is no warning "Everything" to suppress. Remove it.
  @Producer("ticks") void tick(String at);
  @Consumer("ticks") String next();
  @SuppressWarnings("millrace:UnknownCode")
  interface Quiet {
    @SuppressWarnings("millrace:Nothing") void any();
  }
}
