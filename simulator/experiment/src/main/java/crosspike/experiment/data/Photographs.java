package crosspike.experiment.data;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Photographs of objects become small grey images to learn from and to be tested on. Four fifths of each category, drawn once
 * and for all, are for training; only then are images copied, so that none is on both sides.
 */
final class Photographs {
    /** Pixels of a row, and rows: those of MNIST, as in Rathi 2018, section IV-B. */
    static final int SIDE = 28;

    private static final double TRAINING_SHARE = 0.8;
    /** The split is part of the data set, not of a run. */
    private static final long SPLIT_SEED = 1;

    private final String name;
    private final Protocol protocol;
    private final Map<String, List<byte[]>> byCategory = new LinkedHashMap<>();
    private final MessageDigest photos = sha256();
    private final MessageDigest annotations = sha256();
    private boolean hasMasks;

    /**
     * What is made of photographs.
     *
     * @param categories the classes, in this order
     * @param trainingImages training images of each category, copies included
     * @param balancedTest whether test images of small categories are copied, too, until each has as many as the largest
     */
    record Protocol(List<String> categories, int trainingImages, boolean balancedTest) {
        Protocol {
            categories = List.copyOf(categories);
        }
    }

    Photographs(String name, Protocol protocol) {
        this.name = name;
        this.protocol = protocol;
        protocol.categories().forEach(category -> byCategory.put(category, new ArrayList<>()));
    }

    /**
     * Takes in a photograph.
     *
     * @param annotation where the object is, if that is known
     * @throws UserError if one of the files cannot be read
     */
    void add(String category, Path photo, Optional<Path> annotation) {
        GreyImage grey = GreyImage.read(digested(photo, photos), photo);
        GreyImage object;
        if (annotation.isPresent()) {
            hasMasks = true;
            Path file = annotation.get();
            object = grey.masked(ObjectContour.read(digested(file, annotations), file));
        } else {
            object = grey.withoutBorderLevel();
        }
        byCategory.get(category).add(object.smoothed().resized(SIDE, SIDE));
    }

    private static byte[] digested(Path file, MessageDigest digest) {
        try {
            byte[] content = Files.readAllBytes(file);
            digest.update(content);
            return content;
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    /** Splits, copies and shuffles. */
    Dataset dataset() {
        Streams streams = Streams.of(SPLIT_SEED, "split of photographs");
        List<List<byte[]>> training = new ArrayList<>();
        List<List<byte[]>> test = new ArrayList<>();
        int largestTest = 0;
        for (Map.Entry<String, List<byte[]>> category : byCategory.entrySet()) {
            List<byte[]> images = category.getValue();
            if (images.size() < 2) {
                throw new UserError("data set " + name + " has " + images.size() + " photographs of category "
                        + category.getKey() + "; expected at least 2 of each");
            }
            List<byte[]> drawn = shuffled(images, streams.stream(training.size()));
            int cut = (int) Math.round(TRAINING_SHARE * drawn.size());
            cut = Math.min(Math.max(cut, 1), drawn.size() - 1);
            training.add(copied(drawn.subList(0, cut), protocol.trainingImages()));
            test.add(drawn.subList(cut, drawn.size()));
            largestTest = Math.max(largestTest, drawn.size() - cut);
        }
        if (protocol.balancedTest()) {
            int each = largestTest;
            test.replaceAll(images -> copied(images, each));
        }
        Map<String, String> sha256 = new LinkedHashMap<>();
        sha256.put("photographs", HexFormat.of().formatHex(photos.digest()));
        if (hasMasks) {
            sha256.put("annotations", HexFormat.of().formatHex(annotations.digest()));
        }
        int categories = byCategory.size();
        return new Dataset(
                name,
                set(name + " training", training, streams.stream(categories)),
                set(name + " test", test, streams.stream(categories + 1)),
                sha256);
    }

    /** As many images as wanted: each in turn, from the first again after the last. */
    private static List<byte[]> copied(List<byte[]> images, int wanted) {
        List<byte[]> copies = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            copies.add(images.get(i % images.size()));
        }
        return copies;
    }

    private record Labelled(byte[] pixels, byte label) {}

    private static ImageSet set(String name, List<List<byte[]>> byClass, RandomStream random) {
        List<Labelled> all = new ArrayList<>();
        for (int label = 0; label < byClass.size(); label++) {
            for (byte[] image : byClass.get(label)) {
                all.add(new Labelled(image, (byte) label));
            }
        }
        List<Labelled> mixed = shuffled(all, random);
        byte[][] pixels = mixed.stream().map(Labelled::pixels).toArray(byte[][]::new);
        byte[] labels = new byte[mixed.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = mixed.get(i).label();
        }
        return new ImageSet(name, SIDE, SIDE, byClass.size(), pixels, labels);
    }

    /** In another order, each as likely. */
    static <T> List<T> shuffled(List<T> items, RandomStream random) {
        List<T> order = new ArrayList<>(items);
        for (int i = order.size() - 1; i > 0; i--) {
            int other = random.below(i + 1);
            T item = order.get(i);
            order.set(i, order.get(other));
            order.set(other, item);
        }
        return order;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java has SHA-256", e);
        }
    }
}
