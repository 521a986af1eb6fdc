package crosspike.experiment.config;

import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.Kind;
import crosspike.input.UserError;
import crosspike.snn.lif.AdaptiveThreshold;
import crosspike.snn.lif.Boost;
import crosspike.snn.lif.LateralInhibition;
import crosspike.snn.lif.LifModel;
import crosspike.snn.lif.Timing;

/**
 * Neurons and timing of the network of Diehl and Cook 2015. Values that no paper states are those of {@code docs/models.md}.
 *
 * @param outputs excitatory neurons
 * @param inputHertz rate of the brightest pixel
 * @param displaySeconds time an image is shown
 * @param restSeconds pause after it
 * @param stepSeconds time step
 * @param integrator of the membrane equation
 * @param decay of conductances
 * @param gain conductance of a synapse of weight 1
 * @param lowestWeight lower bound of initial weights
 * @param highestWeight upper bound of initial weights
 * @param neuron the neurons
 * @param adaptation of thresholds
 * @param inhibition among neurons
 * @param boost of images that are not answered
 * @param delays of input spikes; null: they arrive at once
 */
@Kind("diehl-cook")
public record DiehlCookNetwork(
        @Key(doc = "Excitatory neurons.", min = 1, max = 100_000, defaultValue = "100")
        int outputs,

        @Key(
                doc = "Spike rate of the brightest pixel.",
                dimension = Dimension.FREQUENCY,
                name = "input_rate",
                min = 0.001,
                max = 10_000,
                defaultValue = "63.75 Hz")
        double inputHertz,

        @Key(doc = "Time an image is shown.", dimension = Dimension.TIME, min = 0.001, max = 5, defaultValue = "350 ms")
        double displaySeconds,

        @Key(
                doc = "Pause after each presentation, in which nothing spikes.",
                dimension = Dimension.TIME,
                min = 0,
                max = 5,
                defaultValue = "150 ms")
        double restSeconds,

        @Key(doc = "Time step.", dimension = Dimension.TIME, min = 1e-6, max = 0.01, defaultValue = "0.5 ms")
        double stepSeconds,

        @Key(
                doc =
                        "How membrane potentials advance. backward-euler: stable for any conductance; forward-euler: as published,"
                                + " diverges when many neurons fire at once.",
                defaultValue = "backward-euler")
        Timing.Integrator integrator,

        @Key(
                doc =
                        "What a conductance keeps in a step. exponential: e^(-step/tau); euler: 1 - step/tau, a fifth less charge.",
                defaultValue = "exponential")
        Timing.Decay decay,

        @Key(
                doc =
                        "Conductance of a synapse of weight 1, in leak conductances. No paper states it, and everything depends"
                                + " on it.",
                min = 1e-6,
                max = 1e6,
                defaultValue = "0.35")
        double gain,

        @Key(doc = "Lower bound of the initial weights, which are uniform.", min = 0, max = 1, defaultValue = "0.003")
        double lowestWeight,

        @Key(doc = "Upper bound of the initial weights.", min = 0, max = 1, defaultValue = "0.303")
        double highestWeight,

        @Key(doc = "The excitatory neurons.") DiehlCookNeuron neuron,

        @Key(doc = "How thresholds adapt: each spike raises the threshold of its neuron.")
        Adaptation adaptation,

        @Key(doc = "How neurons hold each other back.") Inhibition inhibition,

        @Key(doc = "What happens to an image that too few neurons answer to.")
        Brighter boost,

        @Key(
                doc = "Times that input spikes take to reach the neurons, drawn once; absent: they arrive at once.",
                optional = true)
        AxonDelays delays)
        implements NetworkConfig {

    /** A neuron of a larger layer wins less often: 0.01 mV at 100 neurons, as {@code docs/models.md} says. */
    private static final double STEP_VOLTS_PER_NEURON = 1e-7;

    private static final double WHOLE = 1e-9; // rounding of a quotient

    /** How thresholds adapt. */
    public record Adaptation(
            @Key(
                    doc = "Rise at each spike; absent: 0.1 uV for each neuron of the layer.",
                    dimension = Dimension.VOLTAGE,
                    name = "step",
                    optional = true,
                    min = 0,
                    max = 1)
            Double stepVolts,

            @Key(
                    doc = "Time constant of its decay.",
                    dimension = Dimension.TIME,
                    name = "decay",
                    min = 1e-3,
                    max = 1e12,
                    defaultValue = "10000 s")
            double decaySeconds,

            @Key(
                    doc = "Where it decays to.",
                    dimension = Dimension.VOLTAGE,
                    name = "towards",
                    min = -1,
                    max = 1,
                    defaultValue = "-20 mV")
            double towardsVolts,

            @Key(
                    doc = "Its lowest value; keeps thresholds above rest.",
                    dimension = Dimension.VOLTAGE,
                    name = "lowest",
                    min = -1,
                    max = 1,
                    defaultValue = "-11 mV")
            double lowestVolts,

            @Key(
                    doc = "Its value in a new network.",
                    dimension = Dimension.VOLTAGE,
                    name = "start",
                    min = -1,
                    max = 1,
                    defaultValue = "0 V")
            double startVolts) {

        public Adaptation {
            if (!(startVolts >= lowestVolts)) {
                throw new UserError("start is " + Dimension.VOLTAGE.format(startVolts) + "; expected at least lowest, "
                        + Dimension.VOLTAGE.format(lowestVolts));
            }
        }
    }

    /** How neurons hold each other back. */
    public record Inhibition(
            @Key(
                    doc =
                            "explicit: each neuron drives an inhibitory neuron, which inhibits all others; direct: a spike"
                                    + " inhibits all others in the next step.",
                    defaultValue = "explicit")
            LateralInhibition.Kind path,

            @Key(
                    doc = "Conductance of an inhibitory spike, in leak conductances.",
                    min = 0,
                    max = 1e6,
                    defaultValue = "17")
            double weight,

            @Key(
                    doc = "Conductance of an excitatory spike at its inhibitory neuron.",
                    min = 0,
                    max = 1e6,
                    defaultValue = "10.4")
            double drive) {}

    /** When an image is shown again. */
    public record Brighter(
            @Key(
                    doc = "Output spikes that are enough; 0: every image is shown once.",
                    min = 0,
                    max = 1e6,
                    defaultValue = "5")
            int spikes,

            @Key(
                    doc = "What is added to the input rate at each repeat.",
                    dimension = Dimension.FRACTION,
                    min = 0,
                    max = 100,
                    defaultValue = "50 %")
            double rise,

            @Key(doc = "Most repeats of an image.", min = 0, max = 1000, defaultValue = "3")
            int repeats) {}

    public DiehlCookNetwork {
        requireWholeSteps("display", displaySeconds, stepSeconds);
        requireWholeSteps("rest", restSeconds, stepSeconds);
        if (Math.rint(displaySeconds / stepSeconds) > Timing.MOST_STEPS) {
            throw new UserError("step is " + Dimension.TIME.format(stepSeconds) + " in a display of "
                    + Dimension.TIME.format(displaySeconds) + "; expected at most " + Timing.MOST_STEPS + " steps");
        }
        if (!(neuron.thresholdVolts() + adaptation.lowestVolts() > neuron.resetVolts())) {
            throw new UserError("adaptation.lowest is " + Dimension.VOLTAGE.format(adaptation.lowestVolts())
                    + ", which takes a threshold of " + Dimension.VOLTAGE.format(neuron.thresholdVolts())
                    + " to reset or below; expected thresholds above " + Dimension.VOLTAGE.format(neuron.resetVolts()));
        }
        if (decay == Timing.Decay.EULER) {
            double shortest = Math.min(neuron.excitatorySeconds(), neuron.inhibitorySeconds());
            requireShortSteps(stepSeconds, shortest, "decay: exponential");
        }
        if (inhibition.path() == LateralInhibition.Kind.EXPLICIT) {
            double inhibitor = LateralInhibition.Inhibitor.DIEHL_COOK.excitatorySeconds();
            requireShortSteps(stepSeconds, inhibitor, "inhibition.path: direct");
        }
        if (delays != null && delays.longestSeconds() > restSeconds) {
            throw new UserError("delays.longest is " + Dimension.TIME.format(delays.longestSeconds())
                    + ", longer than the pause after a presentation; expected at most "
                    + Dimension.TIME.format(restSeconds));
        }
        if (!(highestWeight >= lowestWeight)) {
            throw new UserError(
                    "highest_weight is " + highestWeight + "; expected at least lowest_weight, " + lowestWeight);
        }
    }

    /** Euler decay keeps 1 - step/tau of a conductance, less than nothing if the step is longer. */
    private static void requireShortSteps(double step, double longest, String otherwise) {
        if (step > longest) {
            throw new UserError("step is " + Dimension.TIME.format(step)
                    + ", longer than a conductance lasts that decays by Euler steps; expected at most "
                    + Dimension.TIME.format(longest) + ", or " + otherwise);
        }
    }

    private static void requireWholeSteps(String key, double seconds, double step) {
        double steps = seconds / step;
        if (Math.abs(steps - Math.rint(steps)) > WHOLE * Math.max(1, steps)) {
            throw new UserError(key + " is " + Dimension.TIME.format(seconds) + "; expected a whole number of steps of "
                    + Dimension.TIME.format(step));
        }
    }

    /**
     * The model of the layer.
     *
     * @throws UserError if its parts contradict each other, such as a threshold below rest
     */
    public LifModel model() {
        try {
            return layer();
        } catch (IllegalArgumentException e) {
            throw new UserError("network: " + e.getMessage(), e);
        }
    }

    private LifModel layer() {
        return new LifModel(
                neuron.model(gain),
                new AdaptiveThreshold(
                        adaptation.startVolts(),
                        adaptation.stepVolts() == null ? STEP_VOLTS_PER_NEURON * outputs : adaptation.stepVolts(),
                        adaptation.decaySeconds(),
                        adaptation.towardsVolts(),
                        adaptation.lowestVolts()),
                new LateralInhibition(
                        inhibition.path(),
                        inhibition.weight(),
                        LateralInhibition.Inhibitor.DIEHL_COOK.withWeight(inhibition.drive())),
                new Timing(stepSeconds, displaySeconds, restSeconds, integrator, decay),
                inputHertz,
                new Boost(boost.spikes(), boost.rise(), boost.repeats()));
    }
}
