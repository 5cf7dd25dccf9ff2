package dev.millrace.internal;

/** Numbers of arms from which a select chooses: evenly, or the first. One thread's own. */
final class Candidates {

  private final int[] arms;
  private final boolean fair;
  private final EvenChoice evenly;
  private int count;
  private int choice;

  Candidates(int most, boolean fair, EvenChoice evenly) {
    this.arms = new int[most];
    this.fair = fair;
    this.evenly = evenly;
  }

  void clear() {
    count = 0;
  }

  void add(int arm) {
    arms[count++] = arm;
  }

  /** Chooses one; false if there is none. */
  boolean choose() {
    if (count == 0) {
      return false;
    }
    choice = fair ? evenly.below(count) : 0;
    return true;
  }

  int chosen() {
    return arms[choice];
  }

  /** Takes the chosen one out. Keeps the order of the others, which is their priority. */
  void drop() {
    count--;
    System.arraycopy(arms, choice + 1, arms, choice, count - choice);
  }
}
