package crosspike.experiment.sweep;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps two processes from the same work in a folder: nobody else works beside the whole sweep, and only shards I/N of one N
 * work beside each other. The system frees the locks when the process ends, however it ends.
 *
 * <p>The whole sweep locks all of {@code locks/all}. A shard locks a file of its own, its byte of {@code locks/all}, and,
 * shared with its like, all bytes of shards of another N. No byte has to be there to be locked.
 */
final class FolderLock implements AutoCloseable {
    /** Bytes of the shards of one N; {@link Shard} has fewer. */
    private static final long BLOCK = 1L << 20;

    private final List<FileChannel> channels = new ArrayList<>();

    private FolderLock() {}

    /**
     * @param remedy what to do if it cannot be taken, such as {@code choose another OUT}
     * @throws UserError if another process has it, or the folder cannot be written
     */
    static FolderLock take(Path folder, Shard shard, String remedy) {
        FolderLock lock = new FolderLock();
        try {
            Path locks = folder.resolve("locks");
            Files.createDirectories(locks);
            boolean isOurs =
                    shard.isAll() || locked(lock.open(locks.resolve(shard.fileName())), 0, Long.MAX_VALUE, false);
            require(isOurs, shard.fileName(), folder, remedy);
            FileChannel all = lock.open(locks.resolve(Shard.ALL.fileName()));
            if (shard.isAll()) {
                require(locked(all, 0, Long.MAX_VALUE, false), "", folder, remedy);
            } else {
                long first = shard.count() * BLOCK;
                long next = first + BLOCK;
                boolean isFree = locked(all, first + shard.number(), 1, false)
                        && locked(all, 0, first, true)
                        && locked(all, next, Long.MAX_VALUE - next, true);
                require(isFree, "all of it or shards of another number", folder, remedy);
            }
            return lock;
        } catch (IOException e) {
            lock.close();
            throw Unwritable.error(folder, e, remedy);
        } catch (UserError e) {
            lock.close();
            throw e;
        }
    }

    private static void require(boolean isTaken, String what, Path folder, String remedy) {
        if (isTaken) return;
        throw new UserError("another process works on " + folder + (what.isEmpty() ? "" : ", " + what)
                + "; wait for it, or " + remedy);
    }

    private FileChannel open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
        channels.add(channel);
        return channel;
    }

    private static boolean locked(FileChannel channel, long from, long size, boolean isShared) throws IOException {
        try {
            return channel.tryLock(from, size, isShared) != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return isShared; // with a shard of the same N: for others its own byte was not free
        }
    }

    @Override
    public void close() {
        for (FileChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException unlockedByTheSystem) {
                // at the latest when the process ends
            }
        }
    }
}
