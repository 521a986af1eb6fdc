package crosspike.device;

import crosspike.input.UserError;
import crosspike.random.RandomStream;

/**
 * The pulse curve of published analog devices: {@code G(n) = Gmin + B·(1 − e^(−n/A))} with
 * {@code B = (Gmax − Gmin)/(1 − e^(−P/A))}. Potentiation climbs the curve of its own A and P; depression walks down the
 * curve with its own, where a negative label means "steep near Gmax, flat near Gmin". After a train of n pulses the
 * conductance gets a normal deviation with standard deviation {@code σ·(Gmax − Gmin)·√n} and is clipped to the range.
 *
 * <p>Valid for conductances in [Gmin, Gmax] and trains of at most the full swing; longer trains are cut to it. A curve
 * that leaves its starting end flat (rising with NL &lt; −7, falling with NL &gt; 7) may move by less than a float can
 * show: single pulses then leave a cell at that end.
 *
 * @param range reachable conductances
 * @param potentiation the rising curve
 * @param depression the falling curve
 * @param cycleToCycleSigma σ, standard deviation for one pulse as a fraction of Gmax − Gmin, at least 0
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067"
 */
public record ExponentialResponse(
        ConductanceRange range, PulseCurve potentiation, PulseCurve depression, double cycleToCycleSigma)
        implements PulseResponse {

    public ExponentialResponse {
        if (!(cycleToCycleSigma >= 0 && cycleToCycleSigma <= 1)) {
            throw new UserError("cycle-to-cycle sigma is " + cycleToCycleSigma
                    + "; expected a fraction of the conductance range from 0 to 1");
        }
    }

    @Override
    public double potentiationPulses() {
        return potentiation.pulses();
    }

    @Override
    public double depressionPulses() {
        return depression.pulses();
    }

    @Override
    public boolean takesFractionalPulses() {
        return false;
    }

    @Override
    public double pulsesFromMin(float siemens) {
        return potentiation.pulsesTo(fraction(siemens));
    }

    @Override
    public double pulsesFromMax(float siemens) {
        return depression.pulsesTo(fraction(siemens));
    }

    private double fraction(float siemens) {
        double min = range.minSiemens();
        return Math.min(1, Math.max(0, (siemens - min) / (range.maxSiemens() - min)));
    }

    @Override
    public float nearest(float siemens) {
        return range.clamp(siemens);
    }

    @Override
    public void program(float[] siemens, float[] pulses, int count, RandomStream random) {
        double min = range.minSiemens();
        double width = range.maxSiemens() - min;
        for (int i = 0; i < count; i++) {
            int n = PulseResponse.whole(pulses[i]);
            if (n == 0) {
                continue;
            }
            double x = (siemens[i] - min) / width;
            x = n > 0 ? potentiation.after(x, n) : depression.after(x, -n);
            if (cycleToCycleSigma > 0) {
                x += cycleToCycleSigma * Math.sqrt(Math.abs(n)) * random.gaussian();
            }
            siemens[i] = range.clamp((float) (min + width * x));
        }
    }
}
