package dev.millrace.examples.words;

import static java.util.Objects.requireNonNull;

import dev.millrace.Sender;
import dev.millrace.annotation.Producer;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The source of {@link WordCount}: walks files and directories, and reads the text files among
 * them.
 *
 * <p>Whatever cannot be counted is told to {@link Notices} in one line each, and passed over.
 * Directories are walked in the order of their names. Symbolic links that are found in them are not
 * followed: what they point to is counted where it is, and a loop of links does no harm. What was
 * named by the user is followed.
 *
 * <p>The numbers may be read once the totals were received: the end of the channel passes them on.
 */
public final class TextFiles {
  private static final int CHUNK_SIZE = 64 * 1024;

  private final List<String> roots;
  private final Set<String> ignoredNames;
  private final Notices notices;
  private long files;
  private long skipped;
  private long bytes;

  private TextFiles(List<String> roots, Set<String> ignoredNames, Notices notices) {
    this.roots = List.copyOf(roots);
    this.ignoredNames = ignoredNames;
    this.notices = notices;
  }

  /** Everything below these files and directories. */
  public static TextFiles below(List<String> roots, Notices notices) {
    return new TextFiles(roots, Set.of(), notices);
  }

  /** The sources of a project: not what Git keeps for itself, and not what Maven built. */
  public static TextFiles ofProject(String root, Notices notices) {
    return new TextFiles(List.of(root), Set.of(".git", "target"), notices);
  }

  /** How many files were counted, the last of them perhaps in part. */
  public long files() {
    return files;
  }

  /** How many files or directories could not be counted. */
  public long skipped() {
    return skipped;
  }

  /** Sends all texts in chunks. */
  @Producer("chunks")
  void read(Sender<Chunk> chunks) throws InterruptedException {
    Deque<Found> pending = new ArrayDeque<>();
    for (String root : roots) {
      try {
        pending.add(new Found(Path.of(root), true));
      } catch (InvalidPathException e) {
        skip(root, "no path on this system");
      }
    }
    for (Found next; (next = pending.poll()) != null; ) {
      try {
        visit(next, pending, chunks);
      } catch (ClosedByInterruptException stopped) {
        return;
      } catch (IOException e) {
        skip(next.path.toString(), reason(e));
      }
    }
  }

  private void visit(Found found, Deque<Found> pending, Sender<Chunk> chunks)
      throws IOException, InterruptedException {
    BasicFileAttributes attributes = found.attributes();
    if (attributes.isDirectory()) {
      sortedEntries(found.path).reversed().forEach(entry -> pending.push(new Found(entry, false)));
    } else if (attributes.isRegularFile()) {
      readFile(found.path, chunks);
    } else if (!attributes.isSymbolicLink()) {
      // Opening a pipe or a device might wait for ever.
      skip(found.path.toString(), "neither a file nor a directory");
    }
  }

  private List<Path> sortedEntries(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw requireNonNull(e.getCause(), "its constructor takes no null");
    }
    entries.removeIf(entry -> ignoredNames.contains(String.valueOf(entry.getFileName())));
    Collections.sort(entries);
    return entries;
  }

  private void readFile(Path file, Sender<Chunk> chunks) throws IOException, InterruptedException {
    // A channel, since a thread that waits for a file channel can be interrupted. Two passes, since
    // the last byte may show that nothing of the file should have been counted.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      OptionalLong length = TextCheck.lengthOfText(channel);
      if (length.isEmpty()) {
        skip(file.toString(), "not text in UTF-8");
        return;
      }
      files++;
      // Not a byte more than was checked, however fast the file grows.
      ChunkReader reader = new ChunkReader(channel.position(0), length.getAsLong(), CHUNK_SIZE);
      for (Chunk chunk; (chunk = reader.next()) != null; ) {
        bytes += chunk.length();
        chunks.send(chunk);
        notices.progress(files, bytes);
      }
    }
  }

  private void skip(String path, String reason) {
    skipped++;
    notices.warn(path, reason);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "no such file or directory";
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException failed when failed.getReason() != null -> failed.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  /** A path to visit, and whether the user named it or it was found in a directory. */
  private record Found(Path path, boolean named) {

    BasicFileAttributes attributes() throws IOException {
      LinkOption[] options =
          named ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
      return Files.readAttributes(path, BasicFileAttributes.class, options);
    }
  }
}
