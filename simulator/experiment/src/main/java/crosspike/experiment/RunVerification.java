package crosspike.experiment;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.RunDirectory;
import crosspike.spice.ColumnSelection;
import crosspike.spice.ColumnVerifier;
import crosspike.spice.Ngspice;
import crosspike.spice.Verification;

/** Has ngspice read columns of a finished run and adds what it found to the run directory. */
public final class RunVerification {
    private RunVerification() {}

    /**
     * Row r is driven with {@code (r + 1)/rows} of the read voltage: every row differs, so that a wrong wire shows.
     *
     * @param run a finished run; gets {@code verification.json} and {@code netlists/}
     * @param ngspice the simulator
     * @param columns which columns, as {@link ColumnSelection} reads it; null: as the run's config says
     * @param tolerance largest relative difference that passes; null: as the run's config says
     * @param processes columns that are simulated at a time
     */
    public static Verification verify(
            RunDirectory run, Ngspice ngspice, String columns, Double tolerance, int processes) {
        ExperimentConfig config = ConfigFile.of(run).config();
        ArrayLayout array = run.array();
        double[] volts = new double[array.rows()];
        for (int r = 0; r < volts.length; r++) {
            volts[r] = array.readVolts() * (r + 1) / volts.length;
        }
        ColumnVerifier verifier = new ColumnVerifier(
                ngspice,
                run.path().resolve("netlists"),
                tolerance != null ? tolerance : config.verify().tolerance(),
                processes);
        Verification verification = verifier.verify(
                config.name(),
                run.conductance(),
                volts,
                ColumnSelection.parse(
                        columns != null ? columns : config.verify().columnsOf(array.columns()), array.columns()));
        run.writeVerification(verification);
        return verification;
    }
}
