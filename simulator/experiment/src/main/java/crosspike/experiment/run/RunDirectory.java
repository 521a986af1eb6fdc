package crosspike.experiment.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import crosspike.circuit.CostReport;
import crosspike.input.ShellWord;
import crosspike.input.Unreadable;
import crosspike.input.UserError;
import crosspike.instrument.InstrumentReport;
import crosspike.spice.ReadChecks;
import crosspike.spice.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What a finished run left behind. Files are read when asked for, each time anew. Every method throws {@link UserError}
 * naming the file if it is missing, damaged or does not fit the others.
 */
public final class RunDirectory {
    static final String CONFIG = "config.yaml";
    static final String RESULT = "result.json";
    static final String EPOCHS = "epochs.csv";
    static final String NEURONS = "neurons.csv";
    static final String COST = "cost.json";
    static final String ARRAY = "array.json";
    static final String CONDUCTANCE = "conductance_S.npy";
    static final String PRUNED = "pruned.npy";
    static final String RASTER = "raster.csv";
    static final String PROVENANCE = "provenance.json";
    static final String VERIFICATION = "verification.json";
    static final String READ_CHECKS = "read_checks.json";
    static final String INSTRUMENT = "instrument.json";
    static final String LAYER = "layer.json";

    /** Files of every run; others are there if the config asks for what they hold, the verification once there was one. */
    static final List<String> REQUIRED =
            List.of(CONFIG, RESULT, EPOCHS, NEURONS, COST, ARRAY, CONDUCTANCE, PRUNED, RASTER, PROVENANCE);

    private static final String REMEDY = "repeat the run with: crosspike run CONFIG";

    private static final Pattern LIBRARY_NOTE = Pattern.compile(" \\(start marker at .*");

    private static final Pattern MISSING_KEY = Pattern.compile("^Missing creator property '([^']+)'");

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Starts a run directory beside {@code target}; it gets that name only when it is complete.
     *
     * @throws UserError if the target exists or its folder cannot be written
     */
    public static RunWriter create(Path target) {
        return RunWriter.create(target);
    }

    /**
     * A finished run.
     *
     * @throws UserError if there is no such directory or a file of the run is missing
     */
    public static RunDirectory open(Path path) {
        if (!Files.isDirectory(path)) {
            Unreadable.requireVisible(path);
            throw new UserError(path + " is not a directory; expected a run made by: crosspike run CONFIG");
        }
        if (!Files.exists(path.resolve(RESULT))) {
            Unreadable.requireVisible(path.resolve(RESULT));
            throw new UserError(path + " has no " + RESULT + "; expected a run made by: crosspike run CONFIG");
        }
        for (String file : REQUIRED) {
            if (!Files.isRegularFile(path.resolve(file))) {
                throw new UserError(path.resolve(file) + " is missing; " + REMEDY);
            }
        }
        return new RunDirectory(path);
    }

    /** Where the run is. */
    public Path path() {
        return path;
    }

    /** The resolved config, as YAML text. */
    public String config() {
        return text(CONFIG);
    }

    public RunResult result() {
        RunResult result = json(RESULT, RunResult.class);
        int outputs = array().outputs();
        require(
                result.neuronLabels().length == outputs,
                RESULT,
                "it labels " + result.neuronLabels().length + " neurons, but " + ARRAY + " has " + outputs);
        RunResult.Accuracy votes = result.accuracy();
        require(
                DoubleStream.of(votes.eq5(), votes.eq5Selective(), votes.spikeSum(), votes.zWeighted())
                        .noneMatch(share -> share < 0 || share > 1),
                RESULT,
                "an accuracy is not within 0 to 1");
        int classes = result.confusion().length;
        require(
                Arrays.stream(result.confusion()).allMatch(row -> row.length == classes),
                RESULT,
                "its confusion matrix is not square");
        int[] told =
                Arrays.stream(result.confusion()).flatMapToInt(Arrays::stream).toArray();
        require(
                Arrays.stream(told).allMatch(images -> images >= 0)
                        && Arrays.stream(told).asLongStream().sum() == result.testImages(),
                RESULT,
                "its confusion matrix does not hold the " + result.testImages() + " test images");
        return result;
    }

    /** The learning curve, in the order of training. */
    public List<Checkpoint> epochs() {
        List<Checkpoint> epochs = csv(EPOCHS, Checkpoint.class);
        long last = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).presentations();
        long shown = json(RESULT, RunResult.class).images().training();
        require(last == shown, EPOCHS, "it ends at image " + last + " of the " + shown + " that were shown");
        return epochs;
    }

    /** How each output neuron fared, in their order. */
    public List<NeuronRow> neurons() {
        List<NeuronRow> neurons = csv(NEURONS, NeuronRow.class);
        int outputs = array().outputs();
        require(
                neurons.size() == outputs,
                NEURONS,
                "it has " + neurons.size() + " neurons, but " + ARRAY + " has " + outputs);
        return neurons;
    }

    public CostReport cost() {
        CostFile file = json(COST, CostFile.class);
        CostReport report = file.report();
        if (!CostFile.of(report).totals().equals(file.totals())) {
            throw broken(COST, "its components do not sum to its totals");
        }
        return report;
    }

    public ArrayLayout array() {
        ArrayLayout array = json(ARRAY, ArrayLayout.class);
        require(
                array.minSiemens() >= 0
                        && array.minSiemens() < array.maxSiemens()
                        && array.maxSiemens() < Double.POSITIVE_INFINITY,
                ARRAY,
                "min_S " + array.minSiemens() + " and max_S " + array.maxSiemens() + " are no range of conductances");
        require(
                array.outputs() >= 1 && array.columns() >= array.outputs(),
                ARRAY,
                array.outputs() + " outputs have no columns of their own among " + array.columns());
        try {
            array.cells();
        } catch (UserError e) {
            throw broken(ARRAY, e.getMessage());
        }
        int pixels = array.imageWidth() * array.imageHeight();
        require(
                array.rowPixels().length == array.rows()
                        && Arrays.stream(array.rowPixels()).allMatch(pixel -> pixel >= -1 && pixel < pixels),
                ARRAY,
                "row_pixels needs a pixel of the image, or -1, for each of the " + array.rows() + " rows");
        return array;
    }

    /** Conductance of each cell in S, {@code [rows][columns]} of {@link #array()}. */
    public float[][] conductance() {
        ArrayLayout array = array();
        float[][] siemens = bytes(CONDUCTANCE, NpyFiles::readFloats);
        requireShape(CONDUCTANCE, siemens.length, siemens.length == 0 ? 0 : siemens[0].length, array, array.columns());
        for (float[] row : siemens) {
            for (float cell : row) {
                if (!(cell >= 0 && cell < Float.POSITIVE_INFINITY)) {
                    throw broken(CONDUCTANCE, "a conductance is " + cell + " S");
                }
            }
        }
        return siemens;
    }

    /** Whether each weight is pruned, {@code [rows][outputs]} of {@link #array()}. */
    public boolean[][] pruned() {
        ArrayLayout array = array();
        boolean[][] flags = bytes(PRUNED, NpyFiles::readFlags);
        requireShape(PRUNED, flags.length, flags.length == 0 ? 0 : flags[0].length, array, array.outputs());
        return flags;
    }

    /** Spikes of a few test images, sample by sample. */
    public List<RasterSpike> raster() {
        ArrayLayout array = array();
        List<RasterSpike> spikes = csv(RASTER, RasterSpike.class);
        for (RasterSpike spike : spikes) {
            boolean isOutput = spike.layer().equals(RasterSpike.OUTPUT);
            int neurons = isOutput ? array.outputs() : array.rows();
            require(
                    spike.neuron() >= 0 && spike.neuron() < neurons,
                    RASTER,
                    spike.layer() + " neuron " + spike.neuron() + " is not in the array");
            require(
                    (isOutput || spike.layer().equals(RasterSpike.INPUT))
                            && spike.timeMs().signum() >= 0,
                    RASTER,
                    "no spike is in layer " + spike.layer() + " at " + spike.timeMs() + " ms");
        }
        return spikes;
    }

    public Provenance provenance() {
        return json(PROVENANCE, Provenance.class);
    }

    /** The check by a circuit simulator, if there was one. */
    public Optional<Verification> verification() {
        return Files.exists(path.resolve(VERIFICATION))
                ? Optional.of(json(VERIFICATION, Verification.class))
                : Optional.empty();
    }

    /** What became of the reads that were repeated during the run, if any were. */
    public Optional<ReadChecks> readChecks() {
        return Files.exists(path.resolve(READ_CHECKS))
                ? Optional.of(json(READ_CHECKS, ReadChecks.class))
                : Optional.empty();
    }

    /** What became of the instrument that held cells of the run, if one did. */
    public Optional<InstrumentReport> instrument() {
        return Files.exists(path.resolve(INSTRUMENT))
                ? Optional.of(json(INSTRUMENT, InstrumentReport.class))
                : Optional.empty();
    }

    /** The state of a layer of Diehl and Cook's network, if it is one. */
    public Optional<LayerState> layer() {
        return Files.exists(path.resolve(LAYER)) ? Optional.of(json(LAYER, LayerState.class)) : Optional.empty();
    }

    /** Adds the check by a circuit simulator, or replaces the one that is there. */
    public void writeVerification(Verification verification) {
        AtomicFile.write(path.resolve(VERIFICATION), JsonFiles.write(verification));
    }

    @FunctionalInterface
    private interface Parser<T> {
        T parse(byte[] bytes) throws IOException;
    }

    private <T> T bytes(String file, Parser<T> parser) {
        byte[] content;
        try {
            content = Files.readAllBytes(path.resolve(file));
        } catch (NoSuchFileException e) {
            throw new UserError(path.resolve(file) + " is missing; " + remedy(file), e);
        } catch (IOException e) {
            throw Unreadable.error(path.resolve(file), e);
        }
        try {
            return parser.parse(content);
        } catch (JsonProcessingException e) {
            throw broken(file, reason(e));
        } catch (IOException e) {
            throw broken(file, e.getMessage());
        }
    }

    private String text(String file) {
        return bytes(file, content -> new String(content, StandardCharsets.UTF_8));
    }

    private <T> T json(String file, Class<T> type) {
        return bytes(file, content -> JsonFiles.read(new String(content, StandardCharsets.UTF_8), type));
    }

    private <T extends Record> List<T> csv(String file, Class<T> type) {
        String where = path.resolve(file).toString();
        String text = text(file);
        List<T> records;
        try {
            records = CsvFiles.read(type, text, where);
        } catch (UserError e) {
            throw e.getMessage().endsWith(REMEDY) ? e : new UserError(e.getMessage() + "; " + REMEDY, e);
        }
        require(text.endsWith("\n"), file, "its last line does not end");
        return records;
    }

    private UserError broken(String file, String reason) {
        return new UserError(path.resolve(file) + " is damaged: " + reason + "; " + remedy(file));
    }

    private String remedy(String file) {
        return file.equals(VERIFICATION) ? "check it anew with: crosspike verify " + ShellWord.of(path) : REMEDY;
    }

    private static String reason(JsonProcessingException e) {
        String message = LIBRARY_NOTE
                .matcher(e.getOriginalMessage().lines().findFirst().orElse("not JSON"))
                .replaceAll("");
        Matcher missing = MISSING_KEY.matcher(message);
        String reason = missing.find() ? "the key \"" + missing.group(1) + "\" is missing" : message;
        if (e instanceof MismatchedInputException mismatch && message.startsWith("Cannot deserialize")) {
            reason = ofAnotherKind(mismatch.getPath());
        }
        JsonLocation location = e.getLocation();
        return location == null ? reason : "line " + location.getLineNr() + ", " + reason;
    }

    private static String ofAnotherKind(List<JsonMappingException.Reference> path) {
        String key = path.stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return key.isEmpty() ? "expected keys and values" : "the value of " + key + " is of another kind";
    }

    private void requireShape(String file, int rows, int columns, ArrayLayout array, int expectedColumns) {
        require(
                rows == array.rows() && columns == expectedColumns,
                file,
                "it is " + rows + " x " + columns + ", but " + ARRAY + " says " + array.rows() + " x "
                        + expectedColumns);
    }

    private void require(boolean holds, String file, String otherwise) {
        if (!holds) {
            throw broken(file, otherwise);
        }
    }
}
