package crosspike.snn.lif;

import crosspike.input.UserError;
import crosspike.random.Streams;
import crosspike.snn.lif.learning.LearningRule;
import crosspike.snn.lif.learning.Traces;
import crosspike.snn.lif.learning.Triplet;
import crosspike.snn.lif.learning.Visits;
import crosspike.snn.lif.learning.WeightDependent;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * A published network with what its paper leaves open filled in. The gain of the synapses, the step of the threshold and
 * its lowest value are ours: no paper states them, and these reach the papers' accuracies (docs/models.md).
 *
 * @param model neurons, presentation, boost
 * @param rule learning rule
 * @param columnSum sum of the weights of each neuron before each image; 0: not normalised
 * @param lowestWeight lower bound of the uniform initial weights
 * @param highestWeight upper bound
 */
public record Preset(LifModel model, LearningRule rule, double columnSum, double lowestWeight, double highestWeight) {
    /** Diehl and Cook's initial weights: 0.3·(U(0, 1) + 0.01). */
    private static final double LOWEST = 0.003;

    private static final double HIGHEST = 0.303;

    private static final Map<String, IntFunction<Preset>> NAMED = new TreeMap<>(Map.of(
            "guo", Preset::guo,
            "rathi", Preset::rathi,
            "rathi-summed", Preset::rathiSummed,
            "rathi-latest", Preset::rathiLatest,
            "diehl-cook", Preset::diehlCook,
            "diehl-cook-published", Preset::published));

    /**
     * One of the published networks by its name.
     *
     * @throws UserError if there is none of that name
     */
    public static Preset named(String name, int neurons) {
        IntFunction<Preset> preset = NAMED.get(name);
        if (preset == null) {
            throw new UserError("network \"" + name + "\" is unknown; expected " + String.join(", ", NAMED.keySet()));
        }
        return preset.apply(neurons);
    }

    /** Guo 2020: triplets with short traces, columns normalised to 78. */
    public static Preset guo(int neurons) {
        return new Preset(
                model(LifNeuron.guo(neurons < 400 ? 0.35 : 0.7), neurons, -8e-3, 63.75),
                Triplet.GUO,
                78,
                LOWEST,
                HIGHEST);
    }

    /**
     * Rathi 2018 as reading U2/.23: each input spike is paired once; initial weights below 0.23, which was chosen on the
     * connectivity of Figure 6a.
     */
    public static Preset rathi(int neurons) {
        LearningRule rule = powerLaw(0.002, false, Visits.UNPAIRED);
        return new Preset(model(LifNeuron.diehlCook(0.35), neurons, -11e-3, 63.75), rule, 0, 0, 0.23);
    }

    /** Rathi 2018 as reading S64: traces add up and all inputs change; the one that carries to large layers. */
    public static Preset rathiSummed(int neurons) {
        double gain = neurons < 1600 ? 0.25 : 0.5;
        double rate = neurons < 1600 ? 0.002 : neurons < 6400 ? 0.01 : 0.02;
        LearningRule rule = powerLaw(rate, true, Visits.ALL);
        return new Preset(model(LifNeuron.diehlCook(gain), neurons, -11e-3, 63.75), rule, 0, LOWEST, HIGHEST);
    }

    /** Rathi 2018 as reading P: the latest input spike, all inputs change, twice the input rate. */
    public static Preset rathiLatest(int neurons) {
        LearningRule rule = powerLaw(0.002, false, Visits.ALL);
        return new Preset(model(LifNeuron.diehlCook(0.25), neurons, -11e-3, 127.5), rule, 0, LOWEST, HIGHEST);
    }

    /** Diehl and Cook 2015, the triplet rule of the published code. */
    public static Preset diehlCook(int neurons) {
        return new Preset(
                model(LifNeuron.diehlCook(neurons < 400 ? 0.35 : 0.7), neurons, -8e-3, 63.75),
                Triplet.DIEHL_COOK,
                78,
                LOWEST,
                HIGHEST);
    }

    /**
     * Diehl and Cook 2015 with every constant of the published code: gain 1, thresholds that rise by 0.05 mV, conductances that
     * halve in a step, images repeated until they are answered. Only the membranes are integrated backwards, and thresholds
     * stay above rest. It learns less than {@link #diehlCook}: thresholds climb far.
     */
    public static Preset published(int neurons) {
        LifModel model = new LifModel(
                LifNeuron.diehlCook(1),
                new AdaptiveThreshold(0, 5e-5, 1e4, -0.02, -0.0129),
                LateralInhibition.DIEHL_COOK,
                new Timing(0.5e-3, 0.35, 0.15, Timing.Integrator.BACKWARD_EULER, Timing.Decay.EULER),
                63.75,
                new Boost(5, 0.5, 20));
        return new Preset(model, Triplet.DIEHL_COOK, 78, LOWEST, HIGHEST);
    }

    private static LearningRule powerLaw(double rate, boolean summed, Visits visits) {
        return WeightDependent.powerLaw(rate, 0.4, 0.9, new Traces(0.02, summed, 0.02, 0.02), visits);
    }

    private static LifModel model(LifNeuron neuron, int neurons, double lowestTheta, double hertz) {
        double step = 0.01e-3 * neurons / 100; // a neuron of a larger layer fires less often
        return new LifModel(
                neuron,
                new AdaptiveThreshold(0, step, 1e4, -0.02, lowestTheta),
                LateralInhibition.DIEHL_COOK,
                Timing.DIEHL_COOK,
                hertz,
                Boost.DIEHL_COOK);
    }

    /** A new network with ideal synapses. */
    public LifNetwork network(int inputs, int neurons, long seed) {
        return new LifNetwork(
                model,
                new IdealSynapses(IdealSynapses.uniform(
                        inputs, neurons, lowestWeight, highestWeight, Streams.of(seed, "initial weights").stream(0))));
    }
}
