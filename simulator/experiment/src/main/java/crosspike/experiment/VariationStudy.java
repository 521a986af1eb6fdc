package crosspike.experiment;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.run.AtomicFile;
import crosspike.experiment.run.CsvFiles;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.RecordWriter;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Runs a config at several values of one key, each with several seeds, into one folder: {@code runs/VALUE-seed-S} are
 * ordinary runs, {@code vary.csv} and {@code vary.json} what came of them, {@code config.yaml} the config that is varied.
 * Runs that are there already are kept, so that an interrupted study goes on where it was.
 */
public final class VariationStudy {
    private final String name;
    private final VariedKey key;
    private final List<Long> seeds;
    private final Path out;
    private final String plan;
    private final Map<String, List<Planned>> points = new LinkedHashMap<>();

    private record Planned(ExperimentConfig config, Path folder) {}

    /** A run or, if it could not be run, why. */
    private record Attempt(Variation.Run run, String error) {}

    private VariationStudy(ExperimentConfig base, VariedKey key, List<Long> seeds, Path out) {
        this.name = base.name();
        this.key = key;
        this.seeds = seeds;
        this.out = out;
        this.plan = "# varied: " + key.text() + "\n" + RecordWriter.toYaml(base);
    }

    /**
     * Plans a study; nothing is run or written yet.
     *
     * @param base config to vary
     * @param values values of the key as typed in YAML, none twice
     * @param seedCount seeds for each value: that of the config, the next, and so on
     * @param out folder; may hold a part of the same study
     * @throws UserError if a value does not fit the key, or the folder holds something else
     */
    public static VariationStudy plan(ConfigFile base, VariedKey key, List<String> values, int seedCount, Path out) {
        ExperimentConfig config = base.config();
        List<Long> seeds = LongStream.range(config.seed(), config.seed() + seedCount)
                .boxed()
                .toList();
        VariationStudy study = new VariationStudy(config, key, seeds, out);
        List<Path> folders = new ArrayList<>();
        for (String value : values) {
            ConfigFile changed = key.set(base, value);
            List<Planned> runs = new ArrayList<>();
            for (long seed : seeds) {
                Path folder = out.resolve("runs").resolve(folder(value) + "-seed-" + seed);
                if (folders.contains(folder)) {
                    throw new UserError("--values has " + value + " twice; expected different values");
                }
                folders.add(folder);
                runs.add(new Planned(changed.with("seed", Long.toString(seed)).config(), folder));
            }
            study.points.put(value, runs);
        }
        study.refuseOtherStudy();
        return study;
    }

    /** A value as part of a file name. */
    private static String folder(String value) {
        return value.replaceAll("\\s+", "")
                .replace("%", "pct")
                .replaceFirst("^-", "minus-")
                .replaceFirst("^\\.", "0.")
                .replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    private Path planFile() {
        return out.resolve("config.yaml");
    }

    private void refuseOtherStudy() {
        if (Files.exists(out)) {
            try {
                if (!Files.readString(planFile()).equals(plan)) {
                    throw new UserError(
                            out + " holds a study of another config or key; choose another --out or remove it");
                }
            } catch (IOException e) {
                throw new UserError(
                        out + " exists and is no study that could go on; choose another --out or remove it", e);
            }
        }
        for (List<Planned> runs : points.values()) {
            for (Planned run : runs) {
                if (Files.exists(run.folder())
                        && !RunDirectory.open(run.folder()).config().equals(RecordWriter.toYaml(run.config()))) {
                    throw new UserError(
                            run.folder() + " is a run of another config; choose another --out or remove it");
                }
            }
        }
    }

    /**
     * Runs what is missing and writes the tables. A run that fails does not stop the others.
     *
     * @param jobs runs at a time, each on one thread; the results do not depend on it
     * @throws UserError if the folder cannot be written
     */
    public Variation run(int jobs, Progress progress) {
        return run(jobs, progress, set -> Datasets.ofUser().read(set));
    }

    Variation run(int jobs, Progress progress, Function<String, Dataset> datasets) {
        AtomicFile.write(planFile(), plan.getBytes(StandardCharsets.UTF_8));
        makeFolderOfRuns();
        Sources sources = new Sources(datasets);
        List<Planned> all = points.values().stream().flatMap(List::stream).toList();
        long images = all.stream()
                .filter(run -> !Files.exists(run.folder()))
                .mapToLong(run -> imagesToShow(run, sources))
                .sum();
        JointTraining training = new JointTraining("vary", images, progress);
        List<Attempt> attempts = attempts(
                all.stream()
                        .<Callable<Attempt>>map(run -> () -> attempt(run, sources, training))
                        .toList(),
                jobs);
        training.end();
        Variation variation = new Variation(name, key.text(), seeds, summaries(attempts));
        write(
                "vary.csv",
                CsvFiles.write(
                        Variation.Line.class,
                        variation.points().stream().map(Variation.Line::of).toList()));
        write("vary.json", JsonFiles.write(variation));
        return variation;
    }

    /** Before the runs are, or one that fails would remove the folder under the hands of the next. */
    private void makeFolderOfRuns() {
        try {
            Files.createDirectories(out.resolve("runs"));
        } catch (IOException e) {
            throw Unwritable.error(out, e, "choose another --out");
        }
    }

    private static long imagesToShow(Planned run, Sources sources) {
        try {
            return JointTraining.images(run.config(), sources.of(run.config()));
        } catch (UserError noData) {
            return 0; // the run itself will say so
        }
    }

    private static Attempt attempt(Planned planned, Sources sources, JointTraining training) {
        try {
            RunDirectory run = Files.exists(planned.folder())
                    ? RunDirectory.open(planned.folder())
                    : Experiment.run(
                            planned.config(), () -> sources.of(planned.config()), planned.folder(), 1, training.part());
            return new Attempt(Variation.Run.of(run), "");
        } catch (UserError e) {
            return new Attempt(null, e.getMessage());
        } catch (RuntimeException e) { // a defect; the other runs are worth finishing all the same
            return new Attempt(null, "internal error: " + e);
        }
    }

    private static List<Attempt> attempts(List<Callable<Attempt>> runs, int jobs) {
        ExecutorService pool = Executors.newFixedThreadPool(jobs, work -> {
            Thread thread = new Thread(work, "vary");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Attempt> attempts = new ArrayList<>();
            for (Future<Attempt> run : pool.invokeAll(runs)) {
                attempts.add(run.get());
            }
            return attempts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted; the finished runs are kept");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** The attempts, which are in the order of the plan, value by value. */
    private List<Variation.Point> summaries(List<Attempt> attempts) {
        List<Variation.Point> summaries = new ArrayList<>();
        int from = 0;
        for (String value : points.keySet()) {
            List<Attempt> of = attempts.subList(from, from + seeds.size());
            from += seeds.size();
            summaries.add(Variation.Point.of(
                    value,
                    of.stream()
                            .filter(attempt -> attempt.error().isEmpty())
                            .map(Attempt::run)
                            .toList(),
                    of.stream()
                            .map(Attempt::error)
                            .filter(error -> !error.isEmpty())
                            .findFirst()
                            .orElse("")));
        }
        return summaries;
    }

    private void write(String file, String text) {
        AtomicFile.write(out.resolve(file), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Data sets, each read once. */
    private static final class Sources {
        private final Function<String, Dataset> reader;
        private final Map<String, Dataset> read = new LinkedHashMap<>();

        Sources(Function<String, Dataset> reader) {
            this.reader = reader;
        }

        synchronized Dataset of(ExperimentConfig config) {
            return read.computeIfAbsent(config.data().set(), reader);
        }
    }
}
