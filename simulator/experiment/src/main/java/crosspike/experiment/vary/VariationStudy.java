package crosspike.experiment.vary;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.AtomicFile;
import crosspike.experiment.run.CsvFiles;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.sweep.Engine;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.experiment.sweep.LocalEngine;
import crosspike.experiment.sweep.Shard;
import crosspike.experiment.sweep.SweepNotes;
import crosspike.experiment.sweep.SweepProgress;
import crosspike.experiment.sweep.SweepRun;
import crosspike.experiment.sweep.plan.Axis;
import crosspike.experiment.sweep.plan.AxisPlan;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * A sweep over the values of one key, each with several seeds, that keeps its runs: the folder of the sweep has them in
 * {@code runs}, and {@code vary.csv} and {@code vary.json} sum up what came of them.
 */
public final class VariationStudy {
    private static final List<String> FIGURES = List.of(
            "accuracy_eq5",
            "accuracy_z",
            "training_device_writes",
            "training_energy_J",
            "inference_energy_per_image_J");

    private final String name;
    private final VariedKey key;
    private final List<String> values;
    private final List<Long> seeds;
    private final Sweep sweep;

    private VariationStudy(String name, VariedKey key, List<String> values, List<Long> seeds, Sweep sweep) {
        this.name = name;
        this.key = key;
        this.values = values;
        this.seeds = seeds;
        this.sweep = sweep;
    }

    /**
     * Plans a study; nothing is run or written yet.
     *
     * @param base config to vary
     * @param values values of the key as typed in YAML
     * @param seedCount seeds for each value: that of the config, the next, and so on
     * @throws UserError if a value does not fit the key, two make the same config, as 4 and 4.0 do, or the key is the seed
     */
    public static VariationStudy plan(ConfigFile base, VariedKey key, List<String> values, int seedCount) {
        if (key.settings("1").containsKey("seed")) {
            throw new UserError(
                    "--key is " + key.text() + ", and --seeds varies the seed already; expected another key");
        }
        String name = base.config().name();
        long first = base.config().seed();
        List<Long> seeds = LongStream.range(0, seedCount)
                .mapToObj(i -> first + i) // after the largest comes the smallest, as in a sweep
                .toList();
        List<Axis.Step> steps = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (String value : values) {
            ExperimentConfig config = key.set(base, value).runnable(); // a mistake is to be found now
            String earlier = seen.putIfAbsent(RecordWriter.toJson(config), value);
            if (earlier != null) {
                throw new UserError("--values has "
                        + (earlier.equals(value)
                                ? value + " twice"
                                : earlier + " and " + value + ", which are the same")
                        + "; expected different values");
            }
            steps.add(new Axis.Step(List.of(value), key.settings(value)));
        }
        SweepPlan plan = SweepPlan.of(
                name + " " + key.text(),
                base,
                List.of(AxisPlan.of(new Axis(List.of(key.text()), steps))),
                seeds,
                FIGURES,
                SweepPlan.Keep.RUNS);
        return new VariationStudy(name, key, values, seeds, Sweep.of(plan, Path.of("vary")));
    }

    /** What a user should know of it before it is run, in sentences. */
    public List<String> notes() {
        return SweepNotes.of(sweep);
    }

    /**
     * Runs what is missing and writes the tables. A run that fails does not stop the others.
     *
     * @param out folder; may hold a part of the same study
     * @param jobs runs at a time, each on one thread; the results do not depend on it
     * @throws UserError if the folder holds something else, or cannot be written
     */
    public Variation run(Path out, int jobs, SweepProgress progress) {
        return run(out, planned -> LocalEngine.of(planned, jobs, out), progress);
    }

    Variation run(Path out, Function<Sweep, Engine> engines, SweepProgress progress) {
        Engine engine = engines.apply(sweep);
        SweepRun.run(sweep, out, Shard.ALL, engine, progress);
        FinishedSweep finished = FinishedSweep.open(out);
        List<Variation.Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(point(i, finished));
        }
        Variation variation = new Variation(name, key.text(), seeds, points);
        AtomicFile.write(
                out.resolve("vary.csv"),
                CsvFiles.write(
                        Variation.Line.class,
                        points.stream().map(Variation.Line::of).toList()));
        AtomicFile.write(out.resolve("vary.json"), JsonFiles.write(variation));
        return variation;
    }

    private Variation.Point point(int index, FinishedSweep finished) {
        List<Variation.Run> runs = new ArrayList<>();
        String error = "";
        for (int i = 0; i < seeds.size(); i++) {
            Row row = finished.rows().get(index * seeds.size() + i);
            if (!row.hasFailed()) {
                runs.add(new Variation.Run(
                        seeds.get(i),
                        finished.figure(row, "accuracy_eq5"),
                        finished.figure(row, "accuracy_z"),
                        (long) finished.figure(row, "training_device_writes"),
                        finished.figure(row, "training_energy_J"),
                        finished.figure(row, "inference_energy_per_image_J")));
            } else if (error.isEmpty()) {
                error = row.error();
            }
        }
        return Variation.Point.of(values.get(index), runs, error);
    }
}
