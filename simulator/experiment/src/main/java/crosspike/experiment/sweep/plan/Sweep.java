package crosspike.experiment.sweep.plan;

import crosspike.experiment.config.CircuitConfig;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Axis.Step;
import crosspike.input.Document;
import crosspike.input.Node;
import crosspike.input.RecordReader;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * All points of a plan, in its order. Points are made when asked for: only the axes and the numbers of the points that meet
 * the conditions are held.
 */
public final class Sweep {
    /** What a plan is called that stands on its own. */
    public static final String STANDING = "sweep.yaml";

    static final String CIRCUIT = "circuit";
    private static final long MOST_COMBINATIONS = 1_000_000_000;
    private static final int MOST_POINTS = 10_000_000;
    private static final int MOST_TRIES = 256;

    private final SweepPlan plan;
    private final ConfigFile base;
    private final List<Axis> axes;
    private final List<Condition> conditions;
    private final Devices devices;
    /** For each axis, whether it sets nothing but the circuit. */
    private final boolean[] prices;

    private final Recent<Optional<Frame>> frames = new Recent<>(64);
    private final int[] combinations;
    private final Document defaults;

    private Sweep(SweepPlan plan, ConfigFile base, List<Axis> axes, Devices devices) {
        this.plan = plan;
        this.base = base;
        this.axes = axes;
        this.conditions = plan.where().stream().map(Condition::parse).toList();
        this.devices = devices;
        this.prices = new boolean[axes.size()];
        for (int i = 0; i < prices.length; i++) prices[i] = axes.get(i).setsOnly(CIRCUIT + ".");
        this.defaults = defaults(base);
        this.combinations = combinations();
    }

    /**
     * Reads a plan file and the config it is about.
     *
     * @throws UserError if one of them is missing or broken
     */
    public static Sweep read(Path file) {
        return of(SweepPlan.read(file), file);
    }

    /**
     * The points of a plan.
     *
     * @param file what the base is named relative to: the file of the plan. Files of axes are relative to what says so
     * @throws UserError if the base is missing or broken, an axis is no axis, or no point meets the conditions
     */
    public static Sweep of(SweepPlan plan, Path file) {
        Devices devices = new Devices();
        ConfigFile base = Windows.withoutFile(devices.withoutFile(base(plan.base(), file)));
        List<AxisPlan> standing = new ArrayList<>();
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < plan.axes().size(); i++) {
            AxisPlan typed = plan.axes().get(i);
            AxisPlan alone = located(i, () -> standing(typed, Axis.of(typed), devices));
            standing.add(alone);
            axes.add(located(i, () -> Axis.of(alone)));
        }
        SweepPlan complete = plan.with(base.document().root(), List.copyOf(standing));
        if (plan.seeds() != null) axes.add(Seeds.axis(plan.seeds(), base.document()));
        Conflicts.refuse(axes);
        return new Sweep(complete, base, List.copyOf(axes), devices);
    }

    /**
     * The points of a plan that stands on its own: wherever they are computed, mistakes name the same place.
     *
     * @param yaml text of {@link #plan()}
     */
    public static Sweep standing(String yaml) {
        return of(SweepPlan.parse(yaml, STANDING), Path.of(STANDING));
    }

    private static ConfigFile base(Node base, Path file) {
        if (base instanceof Node.Mapping keys) {
            return ConfigFile.inside(new Document(file.toString(), keys), file);
        }
        if (base instanceof Node.Scalar name && !name.isNull()) {
            Path beside = file.resolveSibling(name.text());
            if (Files.exists(beside)) return ConfigFile.read(beside);
            throw new UserError(
                    "base (" + base.place() + ") is " + base.shown() + ", but " + beside + " does not exist");
        }
        throw new UserError("base (" + base.place() + ") is " + base.shown()
                + "; expected the name of a config file, or keys and values");
    }

    /** An axis that names no files, or only by absolute names. */
    private static AxisPlan standing(AxisPlan axis, Axis typed, Devices devices) {
        List<Step> steps = typed.steps().stream()
                .map(step -> new Step(
                        step.labels(), Windows.withoutFile(devices.withoutFile(NamedFiles.absolute(step.settings())))))
                .toList();
        return steps.equals(typed.steps()) ? axis : AxisPlan.of(new Axis(typed.columns(), steps));
    }

    private static <T> T located(int index, Supplier<T> axis) {
        try {
            return axis.get();
        } catch (UserError e) {
            throw new UserError("axes." + index + ": " + e.getMessage(), e);
        }
    }

    private static Document defaults(ConfigFile base) {
        try {
            return Document.parse(RecordWriter.toYaml(base.config()), "defaults");
        } catch (UserError onlyWithAxes) {
            return base.document();
        }
    }

    private int[] combinations() {
        long all = 1;
        for (Axis axis : axes) {
            all *= axis.steps().size();
            if (all > MOST_COMBINATIONS) {
                throw new UserError("the axes have more than " + MOST_COMBINATIONS
                        + " combinations; expected fewer values, or latin_hypercube");
            }
        }
        int[] kept = new int[conditions.isEmpty() ? (int) Math.min(all, MOST_POINTS + 1L) : 1024];
        int count = 0;
        for (int combination = 0; combination < all; combination++) {
            if (!conditions.isEmpty() && !meetsConditions(combination)) continue;
            if (count == MOST_POINTS) {
                throw new UserError("the plan has more than " + MOST_POINTS + " points; expected fewer values");
            }
            if (count == kept.length) kept = Arrays.copyOf(kept, 2 * count);
            kept[count++] = combination;
        }
        if (count == 0) throw new UserError("no combination of the axes meets the conditions of where");
        return Arrays.copyOf(kept, count);
    }

    private boolean meetsConditions(int combination) {
        List<Step> steps = steps(combination);
        Values values = new Values(steps);
        return conditions.stream().allMatch(condition -> condition.holds(values));
    }

    /** What conditions know of a point. */
    private final class Values implements Condition.Values {
        private final List<Step> steps;
        private Document config; // made when it is asked for: most conditions are about the axes

        Values(List<Step> steps) {
            this.steps = steps;
        }

        private Document config() {
            if (config == null) config = Sweep.this.config(steps).document();
            return config;
        }

        @Override
        public Optional<String> get(String name) {
            for (int i = 0; i < axes.size(); i++) {
                int column = axes.get(i).columns().indexOf(name);
                if (column >= 0) return Optional.of(steps.get(i).labels().get(column));
            }
            return config().at(name)
                    .or(() -> defaults.at(name))
                    .filter(node -> node instanceof Node.Scalar && !node.isNull())
                    .map(Node::typed);
        }

        @Override
        public Set<String> names() {
            Set<String> names = new LinkedHashSet<>(columns());
            names.addAll(config().keys());
            names.addAll(defaults.keys());
            return names;
        }
    }

    private List<Step> steps(int combination) {
        Step[] steps = new Step[axes.size()];
        int rest = combination;
        for (int i = axes.size() - 1; i >= 0; i--) {
            List<Step> all = axes.get(i).steps();
            steps[i] = all.get(rest % all.size());
            rest /= all.size();
        }
        return List.of(steps);
    }

    /** A device is named before keys of its sheet are set, in whatever order the axes are: it replaces the sheet. */
    private ConfigFile config(List<Step> steps) {
        List<Map.Entry<String, Node>> settings = steps.stream()
                .flatMap(step -> step.settings().entrySet().stream())
                .sorted(Comparator.comparing(setting -> !ConfigFile.namesDevice(setting.getKey())))
                .toList();
        ConfigFile config = base;
        for (Map.Entry<String, Node> setting : settings) {
            config = config.with("axis", setting.getKey(), setting.getValue());
        }
        return devices.writtenOut(config);
    }

    /** The plan with its base written out, so that it stands on its own. */
    public SweepPlan plan() {
        return plan;
    }

    /** The axes with all their steps, seeds last. */
    public List<Axis> axes() {
        return axes;
    }

    /** Whether an axis sets a key at every point, whatever the base says; seeds that are counted begin at that of the base. */
    public boolean varies(String key) {
        boolean isCounted = key.equals(Seeds.KEY) && plan.seeds() instanceof Node.Scalar;
        return !isCounted
                && axes.stream()
                        .anyMatch(axis -> axis.steps().stream()
                                .allMatch(step -> step.settings().containsKey(key)));
    }

    /** How many points there are. */
    public int size() {
        return combinations.length;
    }

    /** What the table calls the axes, seeds last. */
    public List<String> columns() {
        return axes.stream().flatMap(axis -> axis.columns().stream()).toList();
    }

    /** The figures the table has. */
    public List<String> figures() {
        return plan.record().isEmpty() ? Figures.USUAL : plan.record();
    }

    /**
     * What the table says of a point in the columns of the axes.
     *
     * @param point its number from 0
     */
    public List<String> labels(int point) {
        return steps(combinations[point]).stream()
                .flatMap(step -> step.labels().stream())
                .toList();
    }

    /**
     * The config of a point as written, not yet checked.
     *
     * @param point its number from 0
     * @throws UserError if an axis sets a key below something that has no keys
     */
    public ConfigFile config(int point) {
        return config(steps(combinations[point]));
    }

    /**
     * The experiment of a point, resolved.
     *
     * @param point its number from 0
     * @throws UserError naming key, file and line of what is wrong
     */
    public ExperimentConfig experiment(int point) {
        List<Step> steps = steps(combinations[point]);
        Optional<Frame> frame = frame(frame(point), steps);
        if (frame.isPresent()) {
            try {
                Document document = frame.get().document();
                for (int i = 0; i < steps.size(); i++) {
                    if (!prices[i]) continue;
                    for (Map.Entry<String, Node> setting :
                            steps.get(i).settings().entrySet()) {
                        document = document.with("axis", setting.getKey(), setting.getValue());
                    }
                }
                return frame.get().config().with(RecordReader.read(document, CIRCUIT, CircuitConfig.class));
            } catch (UserError saidBelow) {
                // in the words of the whole config
            }
        }
        return config(point).config();
    }

    /** What points have in common that differ only in their circuit. */
    private record Frame(Document document, ExperimentConfig config) {}

    /**
     * A number that points share if and only if no axis but those of the circuit sets them apart: most of a config has to be
     * read once for all of them.
     */
    public int frame(int point) {
        int frame = 0;
        int rest = combinations[point];
        int size = 1;
        for (int i = axes.size() - 1; i >= 0; i--) {
            int steps = axes.get(i).steps().size();
            if (!prices[i]) frame += rest % steps * size;
            rest /= steps;
            size *= steps;
        }
        return frame;
    }

    private Optional<Frame> frame(int number, List<Step> steps) {
        return frames.get(number, () -> {
            try {
                List<Step> others = IntStream.range(0, steps.size())
                        .filter(i -> !prices[i])
                        .mapToObj(steps::get)
                        .toList();
                ConfigFile config = config(others);
                return Optional.of(new Frame(config.document(), config.config()));
            } catch (UserError onlyWithItsCircuit) {
                return Optional.empty();
            }
        });
    }

    /**
     * Finds mistakes that no point survives, such as a key that does not exist: some of the points are read, and one of them
     * must be right.
     *
     * @throws UserError that of the first point
     */
    public void check() {
        UserError first = null;
        int tries = Math.min(size(), MOST_TRIES);
        for (int i = 0; i < tries; i++) {
            try {
                config((int) ((long) i * size() / tries)).runnable();
                return;
            } catch (UserError e) {
                first = first == null ? e : first;
            }
        }
        throw first;
    }
}
