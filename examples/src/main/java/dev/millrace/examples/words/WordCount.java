package dev.millrace.examples.words;

import dev.millrace.Receiver;
import dev.millrace.annotation.Buffer;
import dev.millrace.annotation.Consumer;
import dev.millrace.annotation.Producer;
import dev.millrace.annotation.Topology;
import dev.millrace.annotation.Workers;

/**
 * Counts words: one thread reads, several split, one adds up.
 *
 * <pre>
 * {@link TextFiles#read read} -> chunks -> {@link #split} x4 -> tallies -> {@link #fold} -> totals
 * </pre>
 *
 * <p>The buffers are what bounds the memory: a reader that is ahead of the splitters waits. Closing
 * needs no code: when the last file is read, "chunks" closes, and the end flows through.
 */
@Topology(stages = TextFiles.class)
@Buffer(channel = "chunks", size = 8)
@Buffer(channel = "tallies", size = 4)
public interface WordCount {

  /** Waits until everything is counted, or until the topology was stopped and what was read is. */
  @Consumer("totals")
  Totals totals() throws InterruptedException;

  /** Counts the words of one chunk. */
  @Workers(4)
  @Consumer("chunks")
  @Producer("tallies")
  default Tally split(Chunk chunk) {
    return Tally.of(chunk);
  }

  /** Adds up the tallies of all chunks. */
  @Consumer("tallies")
  @Producer("totals")
  default Totals fold(Receiver<Tally> tallies) {
    Vocabulary vocabulary = Vocabulary.forThisHeap();
    long lines = 0;
    long words = 0;
    for (Tally tally : tallies) {
      lines += tally.lines();
      words += tally.words();
      tally.counts().forEach(vocabulary::add);
    }
    return new Totals(lines, words, vocabulary.mostFrequent(20), vocabulary.forgotten());
  }
}
