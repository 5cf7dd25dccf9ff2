package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The virtual machine lays fields out as it likes, superclasses first, and fills gaps with what is
 * small: whether all that a hand-over writes comes with the lock. (A byte that lay 48 bytes from
 * the beginning, behind the lock, cost a third of the speed of two threads that hand over to each
 * other.)
 */
class GeneralChannelFieldsTest {

  private static final int CACHE_LINE = 64;

  /**
   * Two marks, two counters and two lists of a channel are about as much; there may be millions.
   */
  private static final int MOST_BYTES = 88;

  /** With class pointers and references of four bytes each, which is the rule. */
  private static final int COMMON_HEADER = 12;

  private static Stream<Field> fields(Class<?>... types) {
    return Arrays.stream(types)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic());
  }

  private static List<Field> bytesOfPacing() {
    return fields(Pacing.class).filter(field -> field.getType() == byte.class).toList();
  }

  private static long end(Field field) {
    Class<?> type = field.getType();
    int size;
    if (type == long.class) {
      size = Long.BYTES;
    } else if (type == byte.class || type == boolean.class) {
      size = Byte.BYTES;
    } else {
      assertTrue(!type.isPrimitive(), () -> "how large is " + field + "?");
      size = Integer.BYTES;
    }
    return FieldOffset.of(field) + size;
  }

  private static void assumeCommonLayout() throws Exception {
    assumeTrue(
        FieldOffset.of(WaitQueue.class.getDeclaredField("first")) == COMMON_HEADER
            && FieldOffset.of(HandOver.class.getDeclaredField("given"))
                == COMMON_HEADER + Integer.BYTES,
        "This virtual machine has headers or references of another size than most. Run this test"
            + " without options for them.");
  }

  @Test
  void whatAHandOverWritesLiesTogether() {
    List<Long> offsets =
        Stream.concat(
                fields(WaitQueue.class, HandOver.class, SequenceLock.class),
                bytesOfPacing().stream())
            .map(FieldOffset::of)
            .sorted()
            .toList();
    assertTrue(offsets.getLast() + Long.BYTES - offsets.getFirst() <= CACHE_LINE, "" + offsets);
  }

  @Test
  void thePaceLiesBetweenTheWordsAndTheLock() throws Exception {
    assumeCommonLayout();
    long lock = FieldOffset.of(SequenceLock.class.getDeclaredField("sequence"));
    List<Field> bytes = bytesOfPacing();
    assertEquals(3, bytes.size());
    bytes.forEach(each -> assertTrue(FieldOffset.of(each) < lock, each + " is behind the lock"));
  }

  @Test
  void aChannelIsSmall() throws Exception {
    assumeCommonLayout();
    long end =
        Stream.<Class<?>>iterate(
                GeneralChannel.class, type -> type != Object.class, Class::getSuperclass)
            .flatMap(GeneralChannelFieldsTest::fields)
            .mapToLong(GeneralChannelFieldsTest::end)
            .max()
            .orElseThrow();
    assertTrue(end <= MOST_BYTES, "a channel of " + end + " bytes");
  }
}
