package crosspike.experiment.run;

import crosspike.circuit.CostReport;
import crosspike.input.Unwritable;
import crosspike.instrument.InstrumentReport;
import crosspike.spice.ReadChecks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A run directory in the making. It grows under a temporary name beside its target; {@link #publish} gives it its name at
 * once, {@link #close} without it removes everything, and so does the end of the program, also by Ctrl-C.
 */
public final class RunWriter implements AutoCloseable {
    private final Path target;
    private final StagedDirectory staged;

    private RunWriter(Path target) {
        this.target = target;
        this.staged = StagedDirectory.beside(target);
    }

    static RunWriter create(Path target) {
        return new RunWriter(target);
    }

    /** Where it grows, under its temporary name. */
    Path path() {
        return staged.path();
    }

    /** The resolved config, as YAML text. */
    public void config(String yaml) {
        text(RunDirectory.CONFIG, yaml);
    }

    public void result(RunResult result) {
        text(RunDirectory.RESULT, JsonFiles.write(result));
    }

    public void epochs(List<Checkpoint> checkpoints) {
        text(RunDirectory.EPOCHS, CsvFiles.write(Checkpoint.class, checkpoints));
    }

    public void neurons(List<NeuronRow> neurons) {
        text(RunDirectory.NEURONS, CsvFiles.write(NeuronRow.class, neurons));
    }

    public void cost(CostReport cost) {
        text(RunDirectory.COST, JsonFiles.write(CostFile.of(cost)));
    }

    public void array(ArrayLayout array) {
        text(RunDirectory.ARRAY, JsonFiles.write(array));
    }

    /** Conductance of each cell in S, {@code [rows][columns]}. */
    public void conductance(float[][] siemens) {
        bytes(RunDirectory.CONDUCTANCE, NpyFiles.write(siemens));
    }

    /** Whether each weight is pruned, {@code [rows][outputs]}. */
    public void pruned(boolean[][] flags) {
        bytes(RunDirectory.PRUNED, NpyFiles.write(flags));
    }

    public void raster(List<RasterSpike> spikes) {
        text(RunDirectory.RASTER, CsvFiles.write(RasterSpike.class, spikes));
    }

    public void provenance(Provenance provenance) {
        text(RunDirectory.PROVENANCE, JsonFiles.write(provenance));
    }

    public void layer(LayerState layer) {
        text(RunDirectory.LAYER, JsonFiles.write(layer));
    }

    public void readChecks(ReadChecks checks) {
        text(RunDirectory.READ_CHECKS, JsonFiles.write(checks));
    }

    public void instrument(InstrumentReport report) {
        text(RunDirectory.INSTRUMENT, JsonFiles.write(report));
    }

    /**
     * Gives the complete directory its name.
     *
     * @throws IllegalStateException if a file is missing
     * @throws crosspike.input.UserError if the target was made by someone else meanwhile; the run is then kept under its temporary name
     */
    public RunDirectory publish() {
        for (String file : RunDirectory.REQUIRED) {
            if (!Files.exists(path().resolve(file))) {
                throw new IllegalStateException(file + " was not written");
            }
        }
        staged.publish();
        return RunDirectory.open(target);
    }

    /** Removes everything unless it was published. */
    @Override
    public void close() {
        staged.close();
    }

    private void text(String file, String text) {
        bytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String file, byte[] content) {
        try {
            Files.write(path().resolve(file), content);
        } catch (IOException e) {
            throw Unwritable.error(path().resolve(file), e, "make room, or choose another --out");
        }
    }
}
