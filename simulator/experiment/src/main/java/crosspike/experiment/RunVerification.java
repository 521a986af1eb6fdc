package crosspike.experiment;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.UserError;
import crosspike.spice.ArrayVerifier;
import crosspike.spice.ArrayWires;
import crosspike.spice.ColumnSelection;
import crosspike.spice.DrivenArray;
import crosspike.spice.Ngspice;
import crosspike.spice.Tile;
import crosspike.spice.Verification;
import crosspike.spice.Verification.ColumnCheck;
import crosspike.spice.Verification.ReadEnergy;
import crosspike.spice.Verification.TileCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Has ngspice read parts of a finished run's array and adds what it found to the run directory. */
public final class RunVerification {
    private RunVerification() {}

    /**
     * What to check.
     *
     * @param columns which columns, as {@link ColumnSelection} reads it; null: as the run's config says
     * @param tolerance largest relative difference that passes; null: as the run's config says
     * @param tiles which tiles, as {@link Tile#parse} reads it; null: none
     * @param segmentOhms resistance of every wire segment; null: the wires of the run's config, if its backend knows wires
     * @param pulses whether to simulate read pulses for their energy
     */
    public record Request(String columns, Double tolerance, String tiles, Double segmentOhms, boolean pulses) {
        /** What the run's config says. */
        public static final Request OF_CONFIG = new Request(null, null, null, null, false);

        public Request {
            if (tolerance != null && !(tolerance > 0 && tolerance < 1)) {
                throw new UserError("tolerance is " + tolerance + "; expected a number between 0 and 1, such as 1e-9");
            }
        }
    }

    /**
     * Row r is driven with {@code (r + 1)/rows} of the read voltage: every row differs, so that a wrong wire shows.
     *
     * @param run a finished run; gets {@code verification.json} and {@code netlists/}
     * @param ngspice the simulator
     * @param processes circuits that are simulated at a time
     */
    public static Verification verify(RunDirectory run, Ngspice ngspice, Request request, int processes) {
        ExperimentConfig config = ConfigFile.of(run).config();
        ArrayLayout layout = run.array();
        DrivenArray array = new DrivenArray(config.name(), run.conductance(), ramp(layout));
        int[] columns = ColumnSelection.parse(
                request.columns() != null ? request.columns() : config.verify().columnsOf(layout.columns()),
                layout.columns());
        List<Tile> tiles =
                request.tiles() == null ? List.of() : Tile.parse(request.tiles(), layout.rows(), layout.columns());
        Optional<ArrayWires> wires = wires(config, layout, request);
        Path netlists = run.path().resolve("netlists");
        ArrayVerifier verifier = new ArrayVerifier(ngspice, netlists, processes);

        Map<String, String> circuits = new TreeMap<>(Map.of(Verification.IDEAL, ArrayVerifier.IDEAL_CIRCUIT));
        List<ColumnCheck> checks = new ArrayList<>(verifier.idealColumns(array, columns));
        if (wires.isPresent()) {
            circuits.put(Verification.WIRED, ArrayVerifier.WIRED_CIRCUIT);
            checks.addAll(verifier.wiredColumns(array, wires.get(), columns));
        }
        List<TileCheck> tileChecks = List.of();
        if (!tiles.isEmpty()) {
            circuits.put(Verification.TILE, ArrayVerifier.TILE_CIRCUIT);
            ArrayWires around = wires.orElseGet(() -> ArrayWires.ideal(layout.rows(), layout.columns()));
            tileChecks = verifier.tiles(array, around, tiles);
        }
        List<ReadEnergy> energy = request.pulses()
                ? List.of(ReadPulses.of(config, layout, wires).energy(ngspice, netlists, array, columns, processes))
                : List.of();
        Verification verification = new Verification(
                ngspice.engine(),
                request.tolerance() != null
                        ? request.tolerance()
                        : config.verify().tolerance(),
                circuits,
                checks,
                tileChecks,
                energy);
        run.writeVerification(verification);
        return verification;
    }

    private static double[] ramp(ArrayLayout array) {
        double[] volts = new double[array.rows()];
        for (int r = 0; r < volts.length; r++) {
            volts[r] = array.readVolts() * (r + 1) / volts.length;
        }
        return volts;
    }

    private static Optional<ArrayWires> wires(ExperimentConfig config, ArrayLayout array, Request request) {
        if (request.segmentOhms() != null) {
            return Optional.of(ArrayWires.uniform(array.rows(), array.columns(), request.segmentOhms()));
        }
        return config.crossbar().backend().hasWires()
                ? Optional.of(ConfiguredCrossbar.arrayWires(config, array.rows(), array.columns()))
                : Optional.empty();
    }
}
