@Topology
interface Board {
  @Select String next();
  //E [SelectShape] next() has no arms. Return a sealed interface whose records have @Case, or take handlers annotated with @Case.
  @Select int count();
  //E [SelectShape] count() has no arms. Return a sealed interface whose records have @Case, or take handlers annotated with @Case.
}
