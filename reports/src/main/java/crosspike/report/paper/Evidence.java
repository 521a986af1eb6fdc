package crosspike.report.paper;

import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.FinishedSweep.Row;
import java.util.List;
import java.util.Map;

/**
 * What a figure is drawn from.
 *
 * @param id name of the figure, such as {@code 9b}
 * @param title what it is about
 * @param sweeps the finished sweeps of its plans, by name
 * @param stated what the paper states of this figure
 */
public record Evidence(String id, String title, Map<String, FinishedSweep> sweeps, List<Stated> stated) {

    /** Name of the files of the figure. */
    public String file() {
        return Reproduction.fileName(id);
    }

    /** A finished sweep. */
    public FinishedSweep sweep(String plan) {
        return sweeps.get(plan);
    }

    /** The points of a sweep that did not fail. */
    public List<Row> rows(String plan) {
        return sweep(plan).rows().stream().filter(row -> !row.hasFailed()).toList();
    }

    /**
     * What a row has in the column of an axis.
     *
     * @param axis a key, the name of variants, or {@code seed}
     */
    public String label(String plan, Row row, String axis) {
        int column = sweep(plan).sweep().columns().indexOf(axis);
        if (column < 0) throw new IllegalArgumentException("the plan " + plan + " has no axis " + axis);
        return row.labels().get(column);
    }

    /**
     * A figure of a row.
     *
     * @param figure a column that the plan records
     */
    public double value(String plan, Row row, String figure) {
        if (!sweep(plan).sweep().figures().contains(figure)) {
            throw new IllegalArgumentException("the plan " + plan + " does not record " + figure);
        }
        return sweep(plan).figure(row, figure);
    }

    /** The run directory of a row; the plan has to say {@code keep: runs}. */
    public RunDirectory run(String plan, Row row) {
        return sweep(plan).run(row);
    }
}
