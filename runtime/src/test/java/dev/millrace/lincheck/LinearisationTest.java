package dev.millrace.lincheck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.millrace.Overflow;
import dev.millrace.lincheck.Operation.Arm;
import dev.millrace.lincheck.Operation.Close;
import dev.millrace.lincheck.Operation.Costing;
import dev.millrace.lincheck.Operation.Happened;
import dev.millrace.lincheck.Operation.Look;
import dev.millrace.lincheck.Operation.Receive;
import dev.millrace.lincheck.Operation.Select;
import dev.millrace.lincheck.Operation.Send;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The judge of the waiting operations lets right histories pass and catches wrong ones. */
class LinearisationTest {

  private static final Operation SEND = new Send(0, 7, Patience.FOREVER);
  private static final Operation TRY_SEND = new Send(0, 7, Patience.TRY);
  private static final Operation RECEIVE = new Receive(0, Patience.FOREVER);
  private static final Operation TRY_RECEIVE = new Receive(0, Patience.TRY);
  private static final Operation SIZE = new Look(0, Look.Fact.SIZE);
  private static final Operation CLOSE = new Close(0, Close.Way.PLAIN);
  private static final Operation SELECT =
      new Select(true, Patience.FOREVER, List.of(new Arm.Take(0), new Arm.Take(1)));

  @Test
  void aRendezvousOverlaps() {
    assertAll(
        right(0, call(SEND, 1, 3, Told.SENT), call(RECEIVE, 2, 4, 7)),
        wrong(0, call(SEND, 1, 2, Told.SENT), call(RECEIVE, 3, 4, 7)),
        right(1, call(SEND, 1, 2, Told.SENT), call(RECEIVE, 3, 4, 7)));
  }

  @Test
  void aValueIsReceivedOnce() {
    assertAll(
        wrong(1, call(SEND, 1, 2, Told.SENT), call(RECEIVE, 3, 4, 7), call(RECEIVE, 5, 6, 7)),
        wrong(1, call(SEND, 1, 2, Told.SENT), call(TRY_RECEIVE, 3, 4, Told.NOTHING)),
        wrong(0, call(SEND, 1, 4, Told.SENT), call(TRY_RECEIVE, 2, 3, Told.NOTHING)));
  }

  @Test
  void aCallThatFailsNeedsAnInstantForIt() {
    assertAll(
        right(0, call(RECEIVE, 1, 6, 7), call(TRY_SEND, 2, 3, Told.NOTHING), sent(4, 5)),
        wrong(1, call(TRY_SEND, 2, 3, Told.NOTHING)),
        wrong(1, call(SEND, 1, 2, Told.SENT), call(SIZE, 3, 4, 0)));
  }

  @Test
  void aTransferExcludesAnInterrupt() {
    assertAll(
        right(0, call(SEND, 1, 2, Told.INTERRUPTED)),
        wrong(1, call(SEND, 1, 2, Told.INTERRUPTED)),
        wrong(0, call(SEND, 1, 3, Told.INTERRUPTED), call(RECEIVE, 2, 4, 7)));
  }

  @Test
  void closeRefusesWhoWaits() {
    assertAll(
        right(0, call(SEND, 1, 4, Told.CLOSED), call(CLOSE, 2, 3, Told.DONE)),
        wrong(0, call(SEND, 1, 2, Told.CLOSED), call(CLOSE, 3, 4, Told.DONE)),
        wrong(
            0, call(CLOSE, 1, 2, Told.DONE), call(SEND, 3, 5, Told.SENT), call(RECEIVE, 4, 6, 7)));
  }

  @Test
  void aSelectIsServedOnce() {
    Call select = call(SELECT, 1, 6, new Happened(1, 7));
    Call toTheOther = call(new Send(1, 7, Patience.TRY), 4, 5, Told.SENT);
    assertAll(
        right(0, select, toTheOther),
        wrong(0, select, toTheOther, sent(2, 3)),
        wrong(0, call(SELECT, 1, 6, new Happened(0, 7)), toTheOther));
  }

  @Test
  void aDroppingChannelSaysWhatItDropped() {
    Kind oldest = new Kind(1, Overflow.DROP_OLDEST);
    Kind newest = new Kind(1, Overflow.DROP_NEWEST);
    Call first = call(new Send(0, 1, Patience.TRY), 1, 2, Told.SENT);
    Operation second = new Send(0, 2, Patience.TRY);
    Call dropsFirst = call(second, 3, 4, new Costing(Told.SENT, 1));
    Call dropsItself = call(second, 3, 4, new Costing(Told.SENT, 2));
    assertAll(
        right(oldest, first, dropsFirst, call(RECEIVE, 5, 6, 2)),
        wrong(oldest, first, dropsFirst, call(RECEIVE, 5, 6, 1)),
        wrong(oldest, first, dropsItself),
        wrong(oldest, first, call(second, 3, 4, Told.SENT)),
        right(newest, first, dropsItself, call(RECEIVE, 5, 6, 1)),
        wrong(newest, first, dropsItself, call(RECEIVE, 5, 6, 2)),
        wrong(newest, first, dropsFirst));
  }

  @Test
  void aBroadcastReachesEverybody() {
    Operation receiveToo = new Receive(1, Patience.FOREVER);
    Operation tryReceiveToo = new Receive(1, Patience.TRY);
    Operation sendBriefly = new Send(0, 7, Patience.BRIEFLY);
    Kind none = Kind.broadcast(0, 2);
    Kind one = Kind.broadcast(1, 2);
    Call first = call(RECEIVE, 2, 3, 7);
    assertAll(
        right(none, call(SEND, 1, 6, Told.SENT), first, call(receiveToo, 4, 5, 7)),
        wrong(none, call(SEND, 1, 4, Told.SENT), first, call(receiveToo, 5, 6, 7)),
        right(one, call(SEND, 1, 4, Told.SENT), first, call(receiveToo, 5, 6, 7)),
        wrong(one, call(SEND, 1, 4, Told.SENT), first, call(tryReceiveToo, 5, 6, Told.NOTHING)),
        wrong(one, call(SEND, 1, 4, Told.SENT), first, call(TRY_RECEIVE, 5, 6, 7)),
        // Once somebody has it, it is too late to give up, but not to go away.
        right(none, call(sendBriefly, 1, 4, Told.SENT), first, call(receiveToo, 5, 6, 7)),
        right(none, call(sendBriefly, 1, 4, Told.NOTHING)),
        wrong(none, call(sendBriefly, 1, 4, Told.SENT)),
        wrong(none, call(sendBriefly, 1, 4, Told.NOTHING), first),
        // An offer reaches both or nobody.
        right(none, sent(3, 4), call(RECEIVE, 1, 5, 7), call(receiveToo, 2, 6, 7)),
        wrong(none, sent(3, 4), call(RECEIVE, 1, 5, 7), call(receiveToo, 6, 7, 7)));
  }

  private static Call sent(int called, int returned) {
    return call(TRY_SEND, called, returned, Told.SENT);
  }

  private static Call call(Operation operation, int called, int returned, Object outcome) {
    return new Call(called, operation, called, returned, outcome);
  }

  private static Executable right(int capacity, Call... calls) {
    return right(Kind.waiting(capacity), calls);
  }

  private static Executable right(Kind kind, Call... calls) {
    return () -> assertDoesNotThrow(() -> check(kind, calls));
  }

  private static Executable wrong(int capacity, Call... calls) {
    return wrong(Kind.waiting(capacity), calls);
  }

  private static Executable wrong(Kind kind, Call... calls) {
    return () -> assertThrows(AssertionError.class, () -> check(kind, calls));
  }

  private static void check(Kind kind, Call... calls) {
    Linearisation.check(List.of(kind, kind), List.of(calls));
  }
}
