package crosspike.snn.lif;

import java.util.Arrays;

/**
 * The layer as the papers write it, one neuron after another, each with its own conductances and refractory time, in double:
 * what the fast one is compared with.
 */
final class PlainLayer {
    private final LifModel model;
    private final float[] theta;
    private final double[] v;
    private final double[] ge;
    private final double[] gi;
    private final int[] since;
    private final double[] inhibitorV;
    private final double[] inhibitorG;
    private final int[] inhibitorHold;

    PlainLayer(LifModel model, float[] theta) {
        this.model = model;
        this.theta = theta;
        int n = theta.length;
        v = new double[n];
        ge = new double[n];
        gi = new double[n];
        since = new int[n];
        inhibitorV = new double[n];
        inhibitorG = new double[n];
        inhibitorHold = new int[n];
        Arrays.fill(v, model.neuron().restVolts());
        Arrays.fill(since, 1_000_000);
        Arrays.fill(inhibitorV, model.inhibition().neuron().restVolts());
    }

    /** One step; which neurons fire. */
    boolean[] step(double[] drive) {
        LifNeuron n = model.neuron();
        Timing timing = model.timing();
        double a = timing.stepSeconds() / n.membraneSeconds();
        boolean[] fires = new boolean[v.length];
        for (int j = 0; j < v.length; j++) {
            double g = n.gain() * ge[j];
            double next = timing.integrator() == Timing.Integrator.BACKWARD_EULER
                    ? (v[j] + a * (n.restVolts() + g * n.excitatoryVolts() + gi[j] * n.inhibitoryVolts()))
                            / (1 + a * (1 + g + gi[j]))
                    : v[j]
                            + a
                                    * ((n.restVolts() - v[j])
                                            + g * (n.excitatoryVolts() - v[j])
                                            + gi[j] * (n.inhibitoryVolts() - v[j]));
            v[j] = since[j] < timing.steps(n.refractorySeconds()) ? v[j] : next;
            fires[j] = v[j] > n.thresholdVolts() + theta[j] && since[j] >= timing.steps(n.blockSeconds());
            since[j]++;
            ge[j] = timing.keep(n.excitatorySeconds()) * ge[j] + drive[j];
            gi[j] = timing.keep(n.inhibitorySeconds()) * gi[j];
        }
        boolean[] inhibits =
                model.inhibition().kind() == LateralInhibition.Kind.DIRECT ? fires.clone() : inhibitors(fires);
        for (int j = 0; j < v.length; j++) {
            for (int other = 0; inhibits[j] && other < v.length; other++) {
                gi[other] += other != j ? model.inhibition().weight() : 0;
            }
            if (fires[j]) {
                v[j] = n.resetVolts();
                since[j] = 0;
            }
        }
        return fires;
    }

    private boolean[] inhibitors(boolean[] input) {
        LateralInhibition.Inhibitor n = model.inhibition().neuron();
        double step = model.timing().stepSeconds();
        boolean[] fires = new boolean[v.length];
        for (int j = 0; j < v.length; j++) {
            if (inhibitorHold[j] > 0) {
                inhibitorHold[j]--;
            } else {
                inhibitorV[j] += step
                        / n.membraneSeconds()
                        * ((n.restVolts() - inhibitorV[j]) + inhibitorG[j] * (n.excitatoryVolts() - inhibitorV[j]));
                if (inhibitorV[j] > n.thresholdVolts()) {
                    fires[j] = true;
                    inhibitorV[j] = n.resetVolts();
                    inhibitorHold[j] = model.timing().steps(n.refractorySeconds());
                }
            }
            inhibitorG[j] = inhibitorG[j] * (1 - step / n.excitatorySeconds()) + (input[j] ? n.weight() : 0);
        }
        return fires;
    }

    double potential(int neuron) {
        return v[neuron];
    }
}
