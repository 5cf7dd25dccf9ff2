package dev.millrace.processor.check;

import static dev.millrace.processor.report.SelectProblem.OFFER_TWICE;
import static dev.millrace.processor.report.SelectProblem.OFFER_WITHOUT_ARM;
import static dev.millrace.processor.report.SelectProblem.SENDING_IN_STAGE;
import static dev.millrace.processor.report.SelectProblem.SENDING_NOTHING;

import dev.millrace.processor.model.Arm;
import dev.millrace.processor.model.Offer;
import dev.millrace.processor.model.Payload;
import dev.millrace.processor.model.Select;
import dev.millrace.processor.model.Site;
import java.util.HashMap;
import java.util.Map;

/** Whether each arm that sends has its value, and each value its arm. */
final class Offers {

  private Offers() {}

  static void check(Select select, boolean ofStage, Inspection inspection) {
    for (Arm.Sending sending : select.sendings()) {
      if (ofStage) {
        inspection.report(
            SENDING_IN_STAGE, sending.site(), sending.event(), sending.channel(), select.method());
      } else if (sending.output().payload() instanceof Payload.Unknown) {
        inspection.report(
            SENDING_NOTHING, sending.site(), sending.event(), sending.channel(), select.method());
      }
    }
    Map<String, Offer> first = new HashMap<>();
    for (Offer offer : select.offers()) {
      String channel = offer.output().channel();
      if (first.putIfAbsent(channel, offer) != null) {
        inspection.report(OFFER_TWICE, Site.of(offer.parameter()), select.method(), channel);
      } else if (select.sendings().stream().noneMatch(arm -> offer.equals(arm.offer()))) {
        inspection.report(OFFER_WITHOUT_ARM, Site.of(offer.parameter()), select.method(), channel);
      }
    }
  }
}
