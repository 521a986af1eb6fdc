package crosspike.report;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.report.analysis.DataTable;
import crosspike.report.analysis.DeviceRows;
import crosspike.report.analysis.Sensitivity;
import crosspike.report.analysis.SweepData;
import crosspike.report.analysis.SweepTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The report of a sweep: a page, its figures and its tables, from the plan and the table of the sweep alone. */
public final class SweepReport {
    static final String KIND = "sweep report";

    private SweepReport() {}

    /**
     * What the page shows.
     *
     * @param votes accuracy against each factor, by vote
     * @param maps figures over two factors
     * @param costs area, energy and latency; may be empty
     * @param fronts accuracy against energy
     * @param sensitivity shares of the variance; may be empty
     */
    record Figures(
            Map<String, List<SweepFigure>> votes,
            List<SweepFigure> maps,
            List<SweepFigure> costs,
            List<SweepFigure> fronts,
            List<SweepFigure> sensitivity) {

        List<SweepFigure> all() {
            return Stream.of(votes.values().stream().flatMap(List::stream).toList(), maps, costs, fronts, sensitivity)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /**
     * Draws a sweep. The same sweep gives the same bytes on the same machine.
     *
     * @param ideal accuracy to compare with
     * @param folder gets {@code report.html}, and for each figure {@code plots/*} as PNG, SVG, CSV and JSON, for each table
     *     {@code tables/*} as CSV and JSON; made if it is not there, files of an earlier report are replaced
     * @return the page
     * @throws crosspike.input.UserError if the folder has something else, or cannot be written; it is then as it was
     */
    public static Path write(FinishedSweep sweep, Ideal ideal, Path folder) {
        SweepData data = SweepData.of(sweep);
        List<DeviceRows.Row> devices = DeviceRows.of(sweep, data);
        List<Sensitivity> sensitivities = data.figures().stream()
                .map(figure -> Sensitivity.of(data, figure))
                .toList();
        Figures figures = figures(data, sensitivities, ideal.or(devices, data));
        return ReportFolder.write(KIND, sweep.path(), folder, out -> {
            for (SweepFigure one : figures.all()) {
                String name = "plots/" + one.figure().name();
                out.write(name + ".png", one.figure().png());
                out.write(name + ".svg", one.figure().svg());
                write(out, name, one.data());
            }
            write(out, "tables/summary", SweepTables.summary(data));
            write(out, "tables/pareto", SweepTables.pareto(data));
            write(out, "tables/sensitivity", SweepTables.sensitivity(sensitivities));
            write(out, "tables/devices", DeviceRows.table(devices, data));
            write(out, "tables/failures", SweepTables.failures(sweep));
            out.write(ReportFolder.PAGE, new SweepPage(sweep, data, devices, sensitivities, figures).html());
        });
    }

    private static void write(OutputFolder out, String name, DataTable table) {
        out.write(name + ".csv", table.csv());
        out.write(name + ".json", table.json());
    }

    private static Figures figures(SweepData data, List<Sensitivity> sensitivities, Ideal ideal) {
        List<String> votes = SweepTables.votes(data);
        List<String> energies = SweepTables.energies(data);
        Map<String, List<SweepFigure>> accuracy = new LinkedHashMap<>();
        for (String vote : votes) {
            accuracy.put(vote, new AccuracyFigures(data, of(sensitivities, vote), ideal).all());
        }
        List<String> leading = new ArrayList<>(votes.subList(0, Math.min(1, votes.size())));
        leading.addAll(energies);
        return new Figures(
                accuracy,
                leading.stream()
                        .flatMap(column -> HeatMap.all(data, column).stream())
                        .toList(),
                CostPanels.of(data).stream().toList(),
                ParetoPlot.all(data),
                SensitivityBars.of(leading.stream()
                                .map(column -> of(sensitivities, column))
                                .toList())
                        .stream()
                        .toList());
    }

    private static Sensitivity of(List<Sensitivity> all, String figure) {
        return all.stream()
                .filter(one -> one.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }
}
