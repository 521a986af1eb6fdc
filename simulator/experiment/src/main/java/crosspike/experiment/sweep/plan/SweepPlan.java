package crosspike.experiment.sweep.plan;

import crosspike.experiment.config.ConfigFile;
import crosspike.input.Document;
import crosspike.input.Key;
import crosspike.input.Node;
import crosspike.input.Place;
import crosspike.input.RecordReader;
import crosspike.input.RecordWriter;
import crosspike.input.ShellWord;
import crosspike.input.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan file: a config and what to vary in it. The file {@code docs/sweeps.md} explains it.
 *
 * @param format version of the file format
 * @param name name of the sweep, shown in reports
 * @param base the config: the name of a file relative to the plan, or keys and values
 * @param axes what is varied; the first is the slowest
 * @param seeds how many seeds each point has, or which; null: the one of the base
 * @param where conditions that points must meet
 * @param record columns of the table; empty: the usual ones
 * @param keep what is kept of each training
 */
public record SweepPlan(
        @Key(doc = "Version of this file format.", name = "sweep", min = 1, max = 1)
        int format,

        @Key(doc = "Name of the sweep, shown in reports.", defaultValue = "sweep")
        String name,

        @Key(doc = "The config that is varied: a file relative to this one, or its keys and values.")
        Node base,

        @Key(doc = "What is varied. All combinations are run; the first axis changes slowest.", defaultValue = "[]")
        List<AxisPlan> axes,

        @Key(
                doc = "How many seeds each point has (that of the base, the next, and so on), or a list of seeds;"
                        + " absent: that of the base.",
                optional = true)
        Node seeds,

        @Key(
                doc =
                        "Conditions that points must meet, such as device.levels <= device.pulses + 1; the others are left"
                                + " out.",
                defaultValue = "[]")
        List<Node> where,

        @Key(doc = "Columns of the table, in this order; empty: the usual ones.", defaultValue = "[]")
        List<String> record,

        @Key(
                doc =
                        "What is kept of each training: its results (a small file), or whole runs (a run directory each).",
                defaultValue = "results")
        Keep keep) {

    /** What is kept of each training. */
    public enum Keep {
        RESULTS,
        RUNS
    }

    public SweepPlan {
        for (int i = 0; i < where.size(); i++) {
            if (!(where.get(i) instanceof Node.Scalar)) {
                throw new UserError("where." + i + " is " + where.get(i).shown()
                        + "; expected a condition such as device.levels <= device.pulses + 1");
            }
            Condition.parse(where.get(i));
        }
        Figures.requireKnown(record);
    }

    /** A plan that was not typed. */
    public static SweepPlan of(
            String name, ConfigFile base, List<AxisPlan> axes, List<Long> seeds, List<String> record, Keep keep) {
        Place place = new Place(name, 0);
        List<Node> list = seeds.stream()
                .<Node>map(seed -> new Node.Scalar(seed.toString(), Node.Kind.NUMBER, place))
                .toList();
        return new SweepPlan(
                1,
                name,
                new Devices().withoutFile(base).document().root(),
                axes,
                new Node.Sequence(list, place),
                List.of(),
                record,
                keep);
    }

    /**
     * Reads a plan file.
     *
     * @throws UserError if it is missing or broken
     */
    public static SweepPlan read(Path file) {
        Document document = Document.read(file);
        Set<String> keys = document.root().entries().keySet();
        if (keys.contains("crosspike") && !keys.contains("sweep")) {
            throw new UserError(file + " is a config, not the plan of a sweep; type: crosspike run "
                    + ShellWord.of(file) + ", or write a plan with it as base (docs/sweeps.md)");
        }
        return RecordReader.read(document, SweepPlan.class);
    }

    /**
     * The plan in a text.
     *
     * @param source what errors call it
     */
    public static SweepPlan parse(String yaml, String source) {
        return RecordReader.read(Document.parse(yaml, source), SweepPlan.class);
    }

    /** The plan as a file that says the same. */
    public String toYaml() {
        return RecordWriter.toYaml(this);
    }

    /**
     * The same with other settings in its base, which must be written out.
     *
     * @param settings keys such as {@code data.training}; keys of axes keep the values of the axis
     */
    public SweepPlan withSettings(Map<String, Node> settings) {
        Document changed = new Document(name, (Node.Mapping) base);
        for (Map.Entry<String, Node> setting : settings.entrySet()) {
            changed = changed.with(name, setting.getKey(), setting.getValue());
        }
        return with(changed.root(), axes);
    }

    /** The same with so many seeds: that of the base, the next, and so on. */
    public SweepPlan withSeeds(int count) {
        Node number = new Node.Scalar(Integer.toString(count), Node.Kind.NUMBER, new Place(name, 0));
        return new SweepPlan(format, name, base, axes, number, where, record, keep);
    }

    /** The same with other keys and values as its base. */
    public SweepPlan with(Node.Mapping otherBase, List<AxisPlan> otherAxes) {
        return new SweepPlan(format, name, otherBase, otherAxes, seeds, where, record, keep);
    }
}
