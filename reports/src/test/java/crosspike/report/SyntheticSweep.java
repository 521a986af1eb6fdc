package crosspike.report;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The folder of a sweep whose figures are made up. */
public final class SyntheticSweep {
    private SyntheticSweep() {}

    /**
     * Writes a folder.
     *
     * @param axes the plan without its base and name
     * @param figures the figures of a point, or its error alone, by the values of its axes
     */
    public static FinishedSweep write(Path folder, String axes, Function<List<String>, List<?>> figures) {
        Sweep sweep =
                Sweep.of(SweepPlan.parse("sweep: 1\nname: made-up\nbase: {crosspike: 1}\n" + axes, "plan"), folder);
        String figureNames = String.join(",", sweep.figures());
        StringBuilder table =
                new StringBuilder("point," + cells(sweep.columns()) + "id,training," + figureNames + ",error\n");
        for (int i = 0; i < sweep.size(); i++) {
            List<?> found = figures.apply(sweep.labels(i));
            boolean hasFailed = found.size() == 1 && found.get(0) instanceof String;
            String cells = hasFailed
                    ? ",".repeat(sweep.figures().size()) + found.get(0)
                    : found.stream().map(Object::toString).collect(Collectors.joining(",")) + ",";
            table.append(i + 1)
                    .append(',')
                    .append(cells(sweep.labels(i)))
                    .append("0000000000000000,0000000000000000,")
                    .append(cells)
                    .append('\n');
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("sweep.yaml"), sweep.plan().toYaml());
            Files.writeString(folder.resolve("sweep.csv"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FinishedSweep.open(folder);
    }

    private static String cells(List<String> cells) {
        return cells.stream().map(cell -> cell + ",").collect(Collectors.joining());
    }
}
