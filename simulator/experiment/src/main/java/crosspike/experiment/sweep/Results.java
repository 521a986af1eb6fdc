package crosspike.experiment.sweep;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * Where in the journals of some folders the results of points are. Holds their places, not the results. For many threads.
 */
final class Results implements AutoCloseable {
    static final String FOLDER = "points";

    private static final String ENDING = ".jsonl";
    private static final int OFFSET_BITS = 40;
    private static final long NOWHERE = -1;

    private final List<Path> files = new ArrayList<>();
    private final List<FileChannel> channels = new ArrayList<>();
    private final LongLongHashMap places = new LongLongHashMap();
    private final LongHashSet failed = new LongHashSet();

    /** The file of a journal. */
    static Path journal(Path folder, String name) {
        return folder.resolve(FOLDER).resolve(name + ENDING);
    }

    /**
     * Reads the journals of a folder; there may be none.
     *
     * @throws UserError if one cannot be read
     */
    void read(Path folder) {
        Path points = folder.resolve(FOLDER);
        if (!Files.isDirectory(points)) return;
        try (Stream<Path> journals = Files.list(points)) {
            for (Path file : journals.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                Journal.read(file, (offset, result) -> note(file, offset, result));
            }
        } catch (IOException e) {
            throw Unreadable.error(points, e);
        }
    }

    /** A result was written; of several results of a point the latest counts, and one that is found more than a failure. */
    synchronized void note(Path file, long offset, PointResult result) {
        long id = Identity.parse(result.id());
        if (result.hasFailed() && isFinished(id)) return;
        int number = files.indexOf(file);
        if (number < 0) {
            number = files.size();
            files.add(file);
        }
        places.put(id, (long) number << OFFSET_BITS | offset);
        if (result.hasFailed()) {
            failed.add(id);
        } else {
            failed.remove(id);
        }
    }

    /** Whether a point has its figures. */
    synchronized boolean isFinished(long id) {
        return has(id) && !failed.contains(id);
    }

    /** Whether there is a result, be it a failure. */
    synchronized boolean has(long id) {
        return places.containsKey(id);
    }

    /**
     * The result of a point that {@link #has} one.
     *
     * @throws UserError if it cannot be read any more
     */
    synchronized PointResult get(long id) {
        long place = places.getIfAbsent(id, NOWHERE);
        int number = (int) (place >>> OFFSET_BITS);
        try {
            while (channels.size() <= number) channels.add(FileChannel.open(files.get(channels.size())));
            return Journal.at(channels.get(number), place & (1L << OFFSET_BITS) - 1);
        } catch (IOException e) {
            throw Unreadable.error(files.get(number), e);
        }
    }

    @Override
    public void close() {
        for (FileChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException onlyRead) {
                // nothing is lost
            }
        }
    }
}
