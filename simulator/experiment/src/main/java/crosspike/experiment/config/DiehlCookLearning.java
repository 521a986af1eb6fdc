package crosspike.experiment.config;

import crosspike.device.ConductanceRange;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.Kind;
import crosspike.snn.lif.learning.LearningRule;
import crosspike.snn.lif.learning.Traces;
import crosspike.snn.lif.learning.Triplet;
import crosspike.snn.lif.learning.Visits;
import crosspike.snn.lif.learning.WeightDependent;

/**
 * Learning rule and length of training of the network of Diehl and Cook 2015.
 *
 * @param epochs passes over the training images
 * @param rule which rule
 * @param rate learning rate of an output spike; null: that of the rule
 * @param offset trace at which the power law changes nothing; pull of the exponential rule
 * @param exponent how the power law depends on the weight
 * @param beta how the exponential rule depends on the weight
 * @param visits weights that an output spike changes under rules that depend on the weight
 * @param summed whether input spikes add up in the trace
 * @param inputRate learning rate of an input spike
 * @param window a measured window; null if there is none
 * @param inputTraceSeconds time constant of the trace of an input
 * @param fastTraceSeconds time constant of the trace of an output that input spikes see
 * @param slowTraceSeconds time constant of the trace of an output that its own next spike sees
 * @param columnSum sum of the weights of each neuron before each image; null: not normalised
 * @param recordChanges whether {@code layer.json} tells mean and variance of weight changes
 */
@Kind("diehl-cook")
public record DiehlCookLearning(
        @Key(
                doc = "Passes over the training images; 0: none, the network stays as it begins.",
                min = 0,
                max = 10_000,
                defaultValue = "1")
        double epochs,

        @Key(
                doc =
                        "The four rules of Diehl and Cook 2015, and more. power-law: an output spike changes weights by rate x"
                                + " (trace - offset) x (1 - w)^exponent (Rathi 2018, section III-A); exponential: by rate x (trace x"
                                + " e^(-beta w) - offset x e^(-beta (1 - w))); power-law-both: power-law, and an input spike by"
                                + " -input_rate x fast trace x w^exponent; triplet: an input spike by -input_rate x fast trace, an"
                                + " output spike by rate x input trace x slow trace; pair: triplet without the slow trace;"
                                + " measured-window: as the window below says for the nearest spikes, before and after.",
                defaultValue = "power-law")
        Rule rule,

        @Key(
                doc =
                        "Learning rate of an output spike; absent: 0.002 for rules that depend on the weight, 0.01 for triplet and pair.",
                optional = true,
                min = 0,
                max = 1)
        Double rate,

        @Key(
                doc = "Trace at which the power law changes nothing; how much the exponential rule takes away.",
                min = 0,
                max = 10,
                defaultValue = "0.4")
        double offset,

        @Key(doc = "How the change by the power law falls with the weight.", min = 0, max = 10, defaultValue = "0.9")
        double exponent,

        @Key(
                doc = "How the change by the exponential rule depends on the weight.",
                min = 0,
                max = 32,
                defaultValue = "1")
        double beta,

        @Key(
                doc =
                        "Weights that an output spike changes under rules that depend on the weight. all: of every input; unpaired: of inputs that"
                                + " spiked since the neuron's previous spike; spiked: of inputs that spike in this presentation, later ones too.",
                defaultValue = "unpaired")
        Visits visits,

        @Key(doc = "Whether input spikes add up in the trace; otherwise the latest counts.", defaultValue = "false")
        boolean summed,

        @Key(
                doc = "Learning rate of an input spike, for power-law-both, triplet and pair.",
                min = 0,
                max = 1,
                defaultValue = "0.0001")
        double inputRate,

        @Key(
                doc = "Time constant of the trace of an input.",
                dimension = Dimension.TIME,
                name = "input_trace",
                min = 1e-4,
                max = 10,
                defaultValue = "20 ms")
        double inputTraceSeconds,

        @Key(
                doc = "Time constant of the trace of an output that input spikes see.",
                dimension = Dimension.TIME,
                name = "fast_trace",
                min = 1e-4,
                max = 10,
                defaultValue = "20 ms")
        double fastTraceSeconds,

        @Key(
                doc = "Time constant of the trace of an output that its own next spike sees.",
                dimension = Dimension.TIME,
                name = "slow_trace",
                min = 1e-4,
                max = 10,
                defaultValue = "40 ms")
        double slowTraceSeconds,

        @Key(
                doc = "Sum that the weights of each neuron are scaled to before each image; absent: not at all.",
                optional = true,
                above = 0,
                max = 1e6)
        Double columnSum,

        @Key(
                doc =
                        "Whether layer.json tells mean and variance of weight changes in each batch, which takes a few percent of the"
                                + " time.",
                defaultValue = "false")
        boolean recordChanges,

        @Key(doc = "A measured STDP window, for the rule of that name.", optional = true)
        WindowConfig window)
        implements LearningConfig {

    /** Where a cell plays no part. */
    private static final ConductanceRange UNIT = new ConductanceRange(1e-6f, 2e-6f);

    /** Rules by name. */
    public enum Rule {
        /** Weight-dependent, at output spikes only. */
        POWER_LAW,
        /** Exponentially dependent on the weight, at output spikes only. */
        EXPONENTIAL,
        /** Weight-dependent, at spikes of either side. */
        POWER_LAW_BOTH,
        /** Triplets of nearest spikes. */
        TRIPLET,
        /** Pairs of nearest spikes. */
        PAIR,
        /** As a device was measured to change. */
        MEASURED_WINDOW
    }

    public DiehlCookLearning {
        WindowConfig.requireIf(rule == Rule.MEASURED_WINDOW, window);
    }

    @Override
    public LearningConfig withEpochs(double otherEpochs) {
        return with(otherEpochs, window);
    }

    @Override
    public LearningConfig resolved() {
        return window == null ? this : with(epochs, window.resolved());
    }

    private DiehlCookLearning with(double otherEpochs, WindowConfig otherWindow) {
        return new DiehlCookLearning(
                otherEpochs,
                rule,
                rate,
                offset,
                exponent,
                beta,
                visits,
                summed,
                inputRate,
                inputTraceSeconds,
                fastTraceSeconds,
                slowTraceSeconds,
                columnSum,
                recordChanges,
                otherWindow);
    }

    /**
     * The rule.
     *
     * @param range of the cells
     */
    public LearningRule learningRule(ConductanceRange range) {
        Traces traces = new Traces(inputTraceSeconds, summed, fastTraceSeconds, slowTraceSeconds);
        return switch (rule) {
            case POWER_LAW -> WeightDependent.powerLaw(or(0.002), offset, exponent, traces, visits);
            case POWER_LAW_BOTH -> WeightDependent.powerLaw(or(0.002), inputRate, offset, exponent, traces, visits);
            case EXPONENTIAL -> WeightDependent.exponential(or(0.002), offset, beta, traces, visits);
            case TRIPLET, PAIR -> new Triplet(inputRate, or(0.01), traces, rule == Rule.PAIR);
            case MEASURED_WINDOW -> window.pairs(range);
        };
    }

    /**
     * What an output spike makes of a weight, for several moments of one earlier input spike.
     *
     * @param weight in [0, 1]
     * @param seconds from the input spike to the output spike
     */
    public float[] changes(float weight, double[] seconds) {
        float[] weights = new float[seconds.length];
        float[] traces = new float[seconds.length];
        float[] changes = new float[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            weights[i] = weight;
            traces[i] = (float) StrictMath.exp(-seconds[i] / inputTraceSeconds);
        }
        learningRule(UNIT).outputSpike(weights, traces, 1, changes, seconds.length);
        return changes;
    }

    private double or(double usual) {
        return rate == null ? usual : rate;
    }
}
