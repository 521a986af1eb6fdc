package crosspike.experiment;

import crosspike.device.ConductanceRange;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.Shi2019Learning;
import crosspike.input.UserError;
import crosspike.snn.encoding.SpikeTrains;
import crosspike.snn.wta.StdpRule;
import java.util.Arrays;

/**
 * What one output spike does to a weight, against that weight, as the rule of a config says (Shi 2019, Fig. 3); before it is
 * scaled by how many rows are potentiated.
 *
 * @param weights at which it was asked for, in [−1, 1]
 * @param potentiation change of a weight whose input spiked within the window
 * @param depression change of the others
 */
public record UpdateCurve(double[] weights, double[] potentiation, double[] depression) {

    /**
     * Asks the rule.
     *
     * @param points weights from −1 to 1
     * @throws UserError if the network has no such rule
     */
    public static UpdateCurve of(ExperimentConfig config, int points) {
        if (!(config.learning() instanceof Shi2019Learning learning)) {
            throw new UserError(
                    "this network has no rule that depends on the weight alone; expected network.kind: shi2019");
        }
        StdpRule rule = learning.stdp(new ConductanceRange(1e-6f, 2e-6f), false);
        float[] weights = new float[2 * points]; // half of the rows active: both changes are scaled by one half
        for (int i = 0; i < points; i++) {
            weights[i] = 2f * i / (points - 1) - 1;
            weights[points + i] = weights[i];
        }
        int[] active = new int[2 * points];
        Arrays.setAll(active, i -> i);
        int[] since = new int[2 * points];
        Arrays.fill(since, SpikeTrains.NEVER);
        Arrays.fill(since, 0, points, 0);
        float[] changes = new float[2 * points];
        rule.changes(weights, active, points, since, changes, new float[2 * points]);
        double[] at = new double[points];
        double[] up = new double[points];
        double[] down = new double[points];
        for (int i = 0; i < points; i++) {
            at[i] = weights[i];
            up[i] = 2.0 * changes[i];
            down[i] = 2.0 * changes[points + i];
        }
        return new UpdateCurve(at, up, down);
    }
}
