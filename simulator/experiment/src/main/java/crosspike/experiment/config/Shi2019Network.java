package crosspike.experiment.config;

import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.Kind;
import crosspike.input.UserError;
import crosspike.snn.wta.Schedule;

/**
 * Neurons and timing of the winner-take-all network of Shi et al. 2019.
 *
 * @param outputs output neurons
 * @param inputHertz rate of the brightest pixel
 * @param outputHertz rate of the output layer while training and labelling
 * @param testOutputHertz rate of the output layer while testing
 * @param displaySeconds input spikes while training and labelling
 * @param testDisplaySeconds input spikes while testing
 * @param blankSeconds time without input spikes at the end of each presentation
 * @param windowSeconds how long a spike keeps its input active
 * @param softmaxGain β of the softmax
 * @param background pixels that are 0 in at least this fraction of the training images have no row
 * @param neuronRemoval threshold of the selective vote
 */
@Kind("shi2019")
public record Shi2019Network(
        @Key(doc = "Output neurons.", min = 1, max = 100_000, defaultValue = "500")
        int outputs,

        @Key(
                doc = "Spike rate of the brightest pixel.",
                dimension = Dimension.FREQUENCY,
                name = "input_rate",
                above = 0,
                max = 10_000,
                defaultValue = "200 Hz")
        double inputHertz,

        @Key(
                doc = "Spike rate of the output layer as a whole, in training and labelling.",
                dimension = Dimension.FREQUENCY,
                name = "output_rate",
                above = 0,
                max = 10_000,
                defaultValue = "200 Hz")
        double outputHertz,

        @Key(
                doc = "Spike rate of the output layer as a whole, in the test.",
                dimension = Dimension.FREQUENCY,
                name = "test_output_rate",
                above = 0,
                max = 10_000,
                defaultValue = "600 Hz")
        double testOutputHertz,

        @Key(
                doc = "Time an image spikes in training and labelling; whole ms.",
                dimension = Dimension.TIME,
                min = 0.001,
                max = 5,
                defaultValue = "40 ms")
        double displaySeconds,

        @Key(
                doc = "Time an image spikes in the test; whole ms.",
                dimension = Dimension.TIME,
                min = 0.001,
                max = 5,
                defaultValue = "190 ms")
        double testDisplaySeconds,

        @Key(
                doc = "Time without input spikes at the end of each presentation; whole ms.",
                dimension = Dimension.TIME,
                min = 0,
                max = 5,
                defaultValue = "10 ms")
        double blankSeconds,

        @Key(
                doc = "Time for which a spike keeps its input active; whole ms.",
                dimension = Dimension.TIME,
                min = 0.001,
                max = 0.064,
                defaultValue = "10 ms")
        double windowSeconds,

        @Key(doc = "Gain of the softmax that draws the winner.", above = 0, max = 1000, defaultValue = "1")
        double softmaxGain,

        @Key(
                doc = "Pixels that are 0 in at least this fraction of the training images get no row.",
                dimension = Dimension.FRACTION,
                above = 0,
                max = 2,
                defaultValue = "94.98 %")
        double background,

        @Key(
                doc = "Neurons less certain than this take no part in the selective vote.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "75 %")
        double neuronRemoval)
        implements NetworkConfig {

    public Shi2019Network {
        requireWholeMs("display", displaySeconds);
        requireWholeMs("test_display", testDisplaySeconds);
        requireWholeMs("blank", blankSeconds);
        requireWholeMs("window", windowSeconds);
    }

    /** How images are shown in training and labelling. */
    public Schedule trainingSchedule() {
        return new Schedule(ms(displaySeconds), ms(blankSeconds), outputHertz);
    }

    /** How images are shown in the test. */
    public Schedule testSchedule() {
        return new Schedule(ms(testDisplaySeconds), ms(blankSeconds), testOutputHertz);
    }

    /** How long a spike keeps its input active, in ms. */
    public int windowMs() {
        return ms(windowSeconds);
    }

    private static int ms(double seconds) {
        return (int) Math.rint(seconds * 1e3);
    }

    private static void requireWholeMs(String key, double seconds) {
        if (Math.abs(seconds * 1e3 - ms(seconds)) > 1e-6) {
            throw new UserError(key + " is " + Dimension.TIME.format(seconds)
                    + "; expected whole ms, the time step of the network");
        }
    }
}
