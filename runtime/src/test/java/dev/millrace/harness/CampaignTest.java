package dev.millrace.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {

  @Test
  void aPartOfEveryNumberIsRunAndNeverNothing() {
    assertEquals(100, new Campaign(5).part(2_000));
    assertEquals(1, new Campaign(5).part(10));
    assertEquals(40_000_000, new Campaign(200).part(20_000_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "5%", "half"})
  void whatIsNoPercentageIsRefused(String property) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> Campaign.of(property));
    assertEquals(
        "campaign.percent must be a whole number above 0, not \"" + property + "\"",
        refusal.getMessage());
  }
}
