package dev.millrace.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The virtual machine lays fields out as it likes: whether what is to be apart is. */
class OneToOneEndFieldsTest {

  /** A pair of cache lines. */
  private static final long FAR = 128;

  private record Place(Field field, long offset) {

    boolean isOf(Class<?> declaring) {
      return field.getDeclaringClass() == declaring;
    }

    void requireFarFrom(Place other) {
      assertTrue(Math.abs(offset - other.offset) >= FAR, this + " is too near to " + other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        RingEnd.class,
        ArmSender.class,
        ArmReceiver.class,
        SelectEnd.class,
        RendezvousEnd.class
      })
  void whatAnEndWritesWithEachValueIsFarFromWhatTheOtherReads(Class<?> end) throws Exception {
    List<Place> places = places(end);
    List<Place> progress =
        places.stream().filter(each -> each.isOf(OneToOneEndFields.Progress.class)).toList();
    List<Place> announcement =
        places.stream().filter(each -> each.isOf(OneToOneEndFields.Announcement.class)).toList();
    List<Place> others = new ArrayList<>(places);
    others.removeAll(progress);
    others.removeAll(announcement);
    progress.forEach(one -> announcement.forEach(one::requireFarFrom));
    progress.forEach(one -> others.forEach(one::requireFarFrom));
    announcement.forEach(one -> others.forEach(one::requireFarFrom));
    Stream.concat(progress.stream(), announcement.stream())
        .forEach(one -> assertTrue(one.offset >= FAR, one + " is near to the object before"));
  }

  @Test
  void theMeetingPointIsFarFromEverythingElse() throws Exception {
    List<Place> places = places(MeetingPoint.class);
    long end =
        Arrays.stream(MeetingPointFields.Back.class.getDeclaredFields())
            .mapToLong(OneToOneEndFieldsTest::offset)
            .max()
            .orElseThrow();
    assertEquals(2, places.size());
    for (Place each : places) {
      assertTrue(each.offset >= FAR, each + " is near to the object before");
      assertTrue(end - each.offset >= FAR - Long.BYTES, each + " is near to the object after");
    }
  }

  /** Of all fields but the padding. */
  private static List<Place> places(Class<?> type) {
    List<Place> places = new ArrayList<>();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      if (!isPadding(each)) {
        Arrays.stream(each.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
            .forEach(field -> places.add(new Place(field, offset(field))));
      }
    }
    return places;
  }

  private static boolean isPadding(Class<?> type) {
    return List.of("Front", "Middle", "Back").contains(type.getSimpleName());
  }

  /**
   * By reflection, since javac warns of each use of that class, and the warning stays. The method
   * is deprecated for removal, and a JDK may refuse it; then another one must tell.
   */
  private static long offset(Field field) {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field only = type.getDeclaredField("theUnsafe");
      only.setAccessible(true);
      Method objectFieldOffset = type.getMethod("objectFieldOffset", Field.class);
      return (long) objectFieldOffset.invoke(only.get(null), field);
    } catch (ReflectiveOperationException e) {
      boolean refused =
          e instanceof InvocationTargetException
              && e.getCause() instanceof UnsupportedOperationException;
      boolean gone = e instanceof ClassNotFoundException || e instanceof NoSuchMethodException;
      assumeTrue(
          !refused && !gone,
          () ->
              "JDK "
                  + Runtime.version().feature()
                  + " does not tell where fields lie: it has no sun.misc.Unsafe.objectFieldOffset,"
                  + " or needs --sun-misc-unsafe-memory-access=allow. Run this test with JDK 25.");
      throw new LinkageError("cannot tell where " + field + " is", e);
    }
  }
}
