package dev.millrace.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Where the virtual machine has laid a field, in bytes from the beginning of its object. */
final class FieldOffset {

  private FieldOffset() {}

  /**
   * By reflection, since javac warns of each use of that class, and the warning stays. The method
   * is deprecated for removal, and a JDK may refuse it; then another one must tell.
   */
  static long of(Field field) {
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
