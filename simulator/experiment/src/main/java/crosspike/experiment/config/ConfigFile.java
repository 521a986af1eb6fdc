package crosspike.experiment.config;

import crosspike.device.library.DeviceLibrary;
import crosspike.device.library.DeviceSheet;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.Document;
import crosspike.input.Node;
import crosspike.input.RecordReader;
import crosspike.input.RecordWriter;
import crosspike.input.ShellWord;
import crosspike.input.UserError;
import crosspike.instrument.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A config as the user wrote it: a file, the files it is based on, and changes of single keys. A device file, a measured
 * window, a fault map or a profile of an instrument is named relative to the config that names it; in a change, to the working
 * directory.
 */
public final class ConfigFile {
    private static final String PRESET = "device.preset";
    private static final String DEVICE_FILE = "device.file";
    private static final String DEFINITION = "device.definition";

    /** Ways to name a device; of a change and the file it changes, the change counts. */
    private static final List<String> DEVICES = List.of(PRESET, DEVICE_FILE, DEFINITION);

    private static final String WINDOW = "learning.window";
    private static final String WINDOW_FILE = WINDOW + ".file";
    private static final String PROFILE = "crossbar.instrument.profile";
    private static final String LAYERS = "nonidealities";

    private final Document document;

    private ConfigFile(Document document) {
        this.document = document;
    }

    /**
     * Reads a file and what it is based on.
     *
     * @throws UserError if one of them is missing, not text, or broken
     */
    public static ConfigFile read(Path file) {
        Document document = Document.read(file);
        Set<String> keys = document.root().entries().keySet();
        if (keys.contains("sweep") && !keys.contains("crosspike")) {
            throw new UserError(
                    file + " is the plan of a sweep, not a config; type: crosspike sweep " + ShellWord.of(file));
        }
        return inside(document, file);
    }

    /**
     * A config that is a part of another file.
     *
     * @param file that file; a base, a device file and the file of a measured window are named relative to it
     * @throws UserError if its base is missing or broken
     */
    public static ConfigFile inside(Document document, Path file) {
        return withFilesBeside(document.overItsBase(file));
    }

    private static ConfigFile withFilesBeside(Document document) {
        return new ConfigFile(
                withNamesBeside(document.withFileBeside(DEVICE_FILE).withFileBeside(WINDOW_FILE)));
    }

    /**
     * A document with its files by absolute names, which mean the same files in whatever it is written to.
     *
     * @param document a config, or a part of one; names are relative to what says so
     */
    public static Document withAbsoluteFiles(Document document) {
        return withNamesBeside(document.withAbsoluteFileBeside(DEVICE_FILE).withAbsoluteFileBeside(WINDOW_FILE));
    }

    /** What is kept by name in the config of a run: fault maps, and the profile of an instrument that is a file. */
    private static Document withNamesBeside(Document document) {
        boolean hasProfile = document.at(PROFILE)
                .filter(name -> name instanceof Node.Scalar profile && Profile.isFile(profile.text()))
                .isPresent();
        Document beside = hasProfile ? document.withAbsoluteFileBeside(PROFILE) : document;
        for (String layer : layers(document)) {
            beside = beside.withAbsoluteFileBeside(LAYERS + "." + layer + ".map");
        }
        return beside;
    }

    /** Numbers of the layers that are there. */
    private static List<String> layers(Document document) {
        Node layers = document.at(LAYERS).orElse(null);
        if (layers instanceof Node.Mapping some)
            return List.copyOf(some.entries().keySet());
        int count = layers instanceof Node.Sequence all ? all.items().size() : 0;
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** The config a run was made from. */
    public static ConfigFile of(RunDirectory run) {
        return new ConfigFile(
                Document.parse(run.config(), run.path().resolve("config.yaml").toString()));
    }

    /**
     * The same with one key changed.
     *
     * @param key such as {@code device.levels}
     * @param value as typed in YAML
     */
    public ConfigFile with(String key, String value) {
        return with("--set", key, value);
    }

    /**
     * The same with one key changed; a device that is named so replaces the one that was, and a key of
     * {@code device.definition} is changed in the data sheet of the device that is named. A key that is set to nothing is
     * taken away, and no other.
     *
     * @param option that says so, for messages: {@code --set}
     * @param key such as {@code device.levels}
     * @param value as typed in YAML
     */
    public ConfigFile with(String option, String key, String value) {
        return named(option, key, withSheetOf(key).with(option, key, value));
    }

    /** The same with a value that was read already. */
    public ConfigFile with(String option, String key, Node value) {
        return named(option, key, withSheetOf(key).with(option, key, value));
    }

    /** The document, with the data sheet of the device that it names written out if the key is one of that. */
    private Document withSheetOf(String key) {
        boolean isNamed = isGiven(PRESET) || isGiven(DEVICE_FILE);
        return key.startsWith(DEFINITION + ".") && isNamed && !isGiven(DEFINITION)
                ? with("device", DEFINITION, sheet()).document
                : document;
    }

    /** Whether a key says which device it is, and so replaces the one that was. */
    public static boolean namesDevice(String key) {
        return DEVICES.contains(key);
    }

    private boolean isGiven(String key) {
        return document.at(key).filter(node -> !node.isNull()).isPresent();
    }

    /**
     * The data sheet of the device that is named by preset or file; of the ideal cell if none is.
     *
     * @throws UserError if it cannot be read
     */
    public Node sheet() {
        String named = isGiven(DEVICE_FILE) ? DEVICE_FILE : PRESET;
        String name = isGiven(named) ? document.at(named).orElseThrow().typed() : "ideal";
        DeviceSheet sheet = located(
                named,
                () -> named.equals(DEVICE_FILE)
                        ? DeviceLibrary.read(Path.of(name))
                        : DeviceLibrary.installed().device(name));
        return Document.parse(RecordWriter.toYaml(sheet), sheet.name()).root();
    }

    private static ConfigFile named(String option, String key, Document document) {
        Document changed = document;
        if (namesDevice(key) && document.at(key).filter(Node::isNull).isEmpty()) {
            for (String other : DEVICES) {
                changed = other.equals(key) ? changed : changed.with(option, other, "");
            }
        }
        return new ConfigFile(changed);
    }

    /** What was written, and what it is based on. */
    public Document document() {
        return document;
    }

    /**
     * The experiment it describes, if it is to be run: its data set must be known.
     *
     * @throws UserError naming key, file and line of what is wrong
     */
    public ExperimentConfig runnable() {
        ExperimentConfig config = config();
        located("data.set", () -> Datasets.requireKnown(config.data().set()));
        return config;
    }

    /**
     * The experiment it describes, {@linkplain ExperimentConfig#resolved resolved}. A finished run is read without its data
     * set, which may be a user's own and lie elsewhere.
     *
     * @throws UserError naming key, file and line of what is wrong
     */
    public ExperimentConfig config() {
        ExperimentConfig written = RecordReader.read(withNamesBeside(document), ExperimentConfig.class);
        LearningConfig learning = located(WINDOW, written.learning()::resolved);
        DeviceConfig device =
                located(deviceKey(written.device()), () -> written.device().resolved());
        return located("synapse.rounding", written.with(learning).with(device)::resolved);
    }

    private static String deviceKey(DeviceConfig device) {
        return device.preset() != null ? PRESET : device.file() != null ? DEVICE_FILE : "device";
    }

    private <T> T located(String key, Supplier<T> check) {
        try {
            return check.get();
        } catch (UserError e) {
            throw document.locate(key, e);
        }
    }
}
