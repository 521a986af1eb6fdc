package crosspike.experiment.sweep;

import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.StuckAt;
import crosspike.experiment.Version;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Figures;
import crosspike.input.RecordWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Who a point is: hashes of everything that decides its results, so that the same point has the same name in every plan. Data
 * sets are pinned by their checksums, so their names stand for their content, but for Caltech-101 and those of users, which
 * {@link SweepImages} watches; the version stands for the program. Of fault maps, which configs have by name, the content counts.
 *
 * @param point of the whole config, without the keys that only name or check
 * @param training of what of it reaches the training; points with the same share one
 */
record Identity(long point, long training) {
    private static final String PROGRAM = Version.current() + " " + String.join(",", Figures.COLUMNS);

    /** @param config resolved */
    static Identity of(ExperimentConfig config) {
        return of(training(config), config);
    }

    /**
     * The same when the training is known.
     *
     * @param training what {@link #training} says of this config
     */
    static Identity of(long training, ExperimentConfig config) {
        return new Identity(hash("point", text(training), RecordWriter.toJson(config.circuit())), training);
    }

    /** Id of the training of a config. */
    static long training(ExperimentConfig config) {
        List<String> texts = new ArrayList<>(List.of("training", RecordWriter.toJson(config.forTraining())));
        for (Nonideality layer : config.nonidealities()) {
            if (layer instanceof StuckAt cells && cells.map() != null) texts.add(content(Path.of(cells.map())));
        }
        return hash(texts.toArray(String[]::new));
    }

    /** Each byte as a character; nothing of a file that cannot be read, of which the training will say so. */
    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException saidLater) {
            return "";
        }
    }

    /** A point that is none: its config is wrong. It shares nothing with others. */
    static Identity broken(String config) {
        long hash = hash("broken", config);
        return new Identity(hash, hash);
    }

    /** 16 hexadecimal digits. */
    static String text(long hash) {
        return String.format(Locale.ROOT, "%016x", hash);
    }

    static long parse(String text) {
        return Long.parseUnsignedLong(text, 16);
    }

    private static long hash(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(PROGRAM.getBytes(StandardCharsets.UTF_8));
            for (String text : texts) {
                digest.update((byte) 0);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java has SHA-256", e);
        }
    }
}
