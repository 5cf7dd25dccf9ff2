package dev.millrace.harness;

/**
 * How much of the campaign is run. All tests tagged {@code campaign} keep a machine busy for hours;
 * a small part of each says more than the whole of a few. What a plain build runs is never scaled,
 * nor are the tests whose number is the claim, as of a million waiters that leave nothing behind.
 *
 * @param percent of the whole campaign
 */
public record Campaign(int percent) {

  private static final Campaign CHOSEN = of(System.getProperty("campaign.percent", "100"));

  /** What is to be run of so many rounds, values or scenarios: at least one. */
  public static int share(int whole) {
    return CHOSEN.part(whole);
  }

  static Campaign of(String percent) {
    if (!percent.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "campaign.percent must be a whole number above 0, not \"" + percent + "\"");
    }
    return new Campaign(Integer.parseInt(percent));
  }

  int part(int whole) {
    return Math.max(1, Math.toIntExact((long) whole * percent / 100));
  }
}
