@Topology(stages = Ringer.class)
interface Church {
  interface Bells {}
  @Producer("left") void ringLeft();
  @Producer("right") void ringRight();
}
//// demo/Ringer.java
class Ringer {
  @Select void hear(other.Bells bells) {}
}
//// other/Bells.java
public sealed interface Bells {
  @Case("left") record Left() implements Bells {}
  @Case("right") record Right() implements Bells {}
}
