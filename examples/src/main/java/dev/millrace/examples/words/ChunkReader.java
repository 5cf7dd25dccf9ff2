package dev.millrace.examples.words;

import dev.millrace.annotation.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/** Cuts a text into chunks of a limited size, never within a word. For one thread. */
final class ChunkReader {
  private static final byte[] NOTHING = {};

  private final ReadableByteChannel text;
  private final int chunkSize;
  private long unread;
  private boolean startsLine = true;

  /** The beginning of a word that the end of the last chunk would have cut. */
  private byte[] rest = NOTHING;

  /**
   * Reads the next {@code length} bytes of a text, or fewer if it ends before.
   *
   * @param chunkSize the size of a chunk in bytes, twice {@link Words#LONGEST} or more
   */
  ChunkReader(ReadableByteChannel text, long length, int chunkSize) {
    this.text = text;
    this.unread = length;
    this.chunkSize = chunkSize;
  }

  /** The next chunk, never empty, or {@code null} at the end of the text. */
  @Nullable
  Chunk next() throws IOException {
    byte[] bytes = new byte[chunkSize];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).put(rest);
    rest = NOTHING;
    boolean ended = fill(buffer);
    int end = ended ? buffer.position() : endOfLastGap(buffer);
    while (!ended && end == 0) {
      // One word fills the whole buffer. Only its beginning matters, so its middle makes room.
      buffer.position(chunkSize / 2);
      ended = fill(buffer);
      end = ended ? buffer.position() : endOfLastGap(buffer);
    }
    if (end == 0) {
      return null;
    }
    rest = Arrays.copyOfRange(bytes, end, buffer.position());
    Chunk chunk = new Chunk(bytes, end, startsLine);
    startsLine = bytes[end - 1] == '\n';
    return chunk;
  }

  /** Reads until the buffer is full; says whether the text ended first. */
  private boolean fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + unread));
      int count = buffer.hasRemaining() ? text.read(buffer) : -1;
      buffer.limit(buffer.capacity());
      if (count < 0) {
        return true;
      }
      unread -= count;
    }
    return false;
  }

  /** The index behind the last byte that is no part of a word; 0 if there is none. */
  private static int endOfLastGap(ByteBuffer buffer) {
    int end = buffer.position();
    while (end > 0 && Words.isPart(buffer.get(end - 1))) {
      end--;
    }
    return end;
  }
}
