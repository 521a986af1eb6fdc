package crosspike.snn.lif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What may be wrong with a layer in training. Networks of this kind fail silently: a diverging integrator, thresholds that
 * climb to the reversal potential or neurons that never fire look like low accuracy.
 *
 * @param presentations for each image, mean
 * @param spikes output spikes for each image, mean
 * @param silentNeurons neurons that did not fire in the latest batch; many early in training are normal, they are recruited as
 *     their thresholds decay
 * @param saturatedNeurons neurons whose threshold is beyond what their input can reach: less than a tenth of the way from rest
 *     to the excitatory reversal potential is left
 * @param theta adaptation of the thresholds
 * @param hasDiverged whether potentials were beyond all bounds
 */
public record Health(
        double presentations,
        double spikes,
        int silentNeurons,
        int saturatedNeurons,
        Theta theta,
        boolean hasDiverged) {
    /** Spikes of a neuron for each image from which a layer counts as running away: chosen, as 64 were seen then. */
    private static final double RUNAWAY_SPIKES = 50;

    /**
     * Adaptation θ of the thresholds in V.
     *
     * @param meanVolts over the neurons
     * @param deviationVolts standard deviation
     * @param minVolts lowest
     * @param maxVolts highest
     */
    public record Theta(double meanVolts, double deviationVolts, double minVolts, double maxVolts) {

        /** @param theta of each neuron, in V */
        public static Theta of(float[] theta) {
            double sum = 0;
            double squares = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (float t : theta) {
                sum += t;
                squares += (double) t * t;
                min = Math.min(min, t);
                max = Math.max(max, t);
            }
            double mean = sum / theta.length;
            return new Theta(mean, Math.sqrt(Math.max(0, squares / theta.length - mean * mean)), min, max);
        }
    }

    static Health of(
            LifModel model, float[] theta, long[] batchSpikes, long images, long presentations, boolean hasDiverged) {
        long spikes = 0;
        int silent = 0;
        for (long count : batchSpikes) {
            spikes += count;
            silent += count == 0 ? 1 : 0;
        }
        LifNeuron neuron = model.neuron();
        double highest = neuron.excitatoryVolts() - 0.1 * (neuron.excitatoryVolts() - neuron.restVolts());
        int saturated = 0;
        for (float t : theta) {
            saturated += neuron.thresholdVolts() + t > highest ? 1 : 0;
        }
        double each = Math.max(1, images);
        return new Health(presentations / each, spikes / each, silent, saturated, Theta.of(theta), hasDiverged);
    }

    /** What to look at, in sentences; empty if nothing strikes. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (hasDiverged) {
            remarks.add("potentials are beyond all bounds: take the backward Euler integrator or shorter steps");
        }
        if (spikes > RUNAWAY_SPIKES) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%.0f output spikes for each image: neurons fire almost without input, or input is too strong; raise the lowest threshold, or lower the gain or the input rate",
                    spikes));
        }
        if (saturatedNeurons > 0) {
            remarks.add("thresholds of " + neurons(saturatedNeurons)
                    + " are beyond what their input can reach: lower the gain or the threshold step");
        }
        if (silentNeurons > 0) {
            remarks.add(neurons(silentNeurons) + " did not fire in the latest batch");
        }
        return remarks;
    }

    private static String neurons(int count) {
        return count + (count == 1 ? " neuron" : " neurons");
    }
}
