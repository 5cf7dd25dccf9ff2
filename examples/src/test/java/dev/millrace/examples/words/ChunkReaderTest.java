package dev.millrace.examples.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {

  private static final int SIZE = 2 * Words.LONGEST;

  @Test
  void cutsBetweenWordsOnly() throws IOException {
    String text = "twelve bytes, again and again; ".repeat(100);

    List<Chunk> chunks = chunks(text, SIZE);

    assertTrue(chunks.size() > 1, "a text of several chunks");
    assertEquals(text, joined(chunks));
    for (Chunk chunk : chunks.subList(0, chunks.size() - 1)) {
      assertEquals(false, Words.isPart(chunk.at(chunk.length() - 1)), "ends with a gap");
    }
  }

  @Test
  void neverCutsAWordWhereverTheEdgeFalls() throws IOException {
    for (int shift = 0; shift < 40; shift++) {
      String text = " ".repeat(shift) + "überall_10 żółw\n".repeat(80);
      assertSameTally(text, chunks(text, SIZE));
    }
  }

  @Test
  void countsAWordLongerThanManyChunksOnce() throws IOException {
    String text = "a " + "x".repeat(10 * SIZE + 7) + " b";

    Tally total = sum(chunks(text, SIZE));

    assertEquals(3, total.words());
    assertEquals(1, total.counts().get("x".repeat(Words.LONGEST) + "..."));
    assertEquals(1, total.counts().get("b"));
  }

  @Test
  void countsAWordThatIsTheWholeTextOnce() throws IOException {
    assertEquals(1, sum(chunks("x".repeat(10 * SIZE), SIZE)).words());
  }

  @Test
  void agreesWithOneChunkOnRandomTexts() throws IOException {
    Random random = new Random(20260101);
    String[] pieces = {"a", "Z", "_", "0", " ", "\n", "é", "漢", "😀", "word", "\r\n", "."};
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 2_000) {
        text.append(pieces[random.nextInt(pieces.length)].repeat(1 + random.nextInt(30)));
      }
      assertSameTally(text.toString(), chunks(text.toString(), SIZE));
    }
  }

  @Test
  void readsWhatComesInSmallPortions() throws IOException {
    String text = "one two three four\n".repeat(200);
    ReadableByteChannel whole = channel(text);
    ReadableByteChannel dripping =
        new ReadableByteChannel() {
          @Override
          public int read(ByteBuffer target) throws IOException {
            return whole.read(target.slice(target.position(), 1)) < 0 ? -1 : advance(target);
          }

          private int advance(ByteBuffer target) {
            target.position(target.position() + 1);
            return 1;
          }

          @Override
          public boolean isOpen() {
            return true;
          }

          @Override
          public void close() {}
        };

    assertSameTally(text, all(new ChunkReader(dripping, text.length(), SIZE)));
  }

  @Test
  void readsNoMoreThanWasAskedFor() throws IOException {
    ChunkReader reader = new ChunkReader(channel("one two three"), 7, SIZE);

    assertEquals("one two", joined(all(reader)));
  }

  @Test
  void endsWhereTheTextEndsThoughMoreWasAskedFor() throws IOException {
    ChunkReader reader = new ChunkReader(channel("one two"), 1_000_000, SIZE);

    assertEquals("one two", joined(all(reader)));
  }

  @Test
  void hasNoChunkForAnEmptyText() throws IOException {
    assertNull(new ChunkReader(channel(""), 0, SIZE).next());
  }

  @Test
  void countsLinesThatBegin() throws IOException {
    assertEquals(0, sum(chunks("", SIZE)).lines());
    assertEquals(1, sum(chunks("\n", SIZE)).lines());
    assertEquals(1, sum(chunks("no line feed", SIZE)).lines());
    assertEquals(2, sum(chunks("one\ntwo", SIZE)).lines());
    assertEquals(2, sum(chunks("one\ntwo\n", SIZE)).lines());
    assertEquals(1_000, sum(chunks("\n".repeat(1_000), SIZE)).lines());
    assertEquals(100, sum(chunks("0123456789abcdef\n".repeat(100), SIZE)).lines());
  }

  private static void assertSameTally(String text, List<Chunk> chunks) {
    byte[] bytes = text.getBytes(UTF_8);
    assertEquals(Tally.of(new Chunk(bytes, bytes.length, true)), sum(chunks));
  }

  private static Tally sum(List<Chunk> chunks) {
    long lines = 0;
    long words = 0;
    var counts = new HashMap<String, Long>();
    for (Chunk chunk : chunks) {
      Tally tally = Tally.of(chunk);
      lines += tally.lines();
      words += tally.words();
      tally.counts().forEach((word, count) -> counts.merge(word, count, Long::sum));
    }
    return new Tally(lines, words, counts);
  }

  private static String joined(List<Chunk> chunks) {
    StringBuilder text = new StringBuilder();
    for (Chunk chunk : chunks) {
      text.append(new String(chunk.bytes(), 0, chunk.length(), UTF_8));
    }
    return text.toString();
  }

  private static List<Chunk> chunks(String text, int size) throws IOException {
    return all(new ChunkReader(channel(text), text.getBytes(UTF_8).length, size));
  }

  private static List<Chunk> all(ChunkReader reader) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    for (Chunk chunk; (chunk = reader.next()) != null; ) {
      assertTrue(chunk.length() > 0, "no chunk is empty");
      chunks.add(chunk);
    }
    return chunks;
  }

  private static ReadableByteChannel channel(String text) {
    return Channels.newChannel(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
