package crosspike.device;

import crosspike.input.UserError;
import crosspike.random.RandomStream;

/**
 * A measured pulse response: a train of n pulses goes from the position of the conductance on the measured curve n pulses
 * further. Potentiation and depression have curves of their own, which must span the same conductances.
 *
 * @param potentiation the rising curve
 * @param depression the falling curve
 */
public record MeasuredResponse(MeasuredCurve potentiation, MeasuredCurve depression) implements PulseResponse {
    /** How far the ends of the curves may lie apart, relative to the range. */
    private static final double SAME_END = 1e-3;

    /** @throws UserError if the curves do not span the same conductances within 0.1 % of the range */
    public MeasuredResponse {
        double allowed = SAME_END * (potentiation.last() - potentiation.first());
        if (!(Math.abs(potentiation.first() - depression.last()) <= allowed
                && Math.abs(potentiation.last() - depression.first()) <= allowed)) {
            throw new UserError("measured potentiation spans " + potentiation.first() + " S to " + potentiation.last()
                    + " S, depression " + depression.last() + " S to " + depression.first()
                    + " S; expected the same range both ways, so cut or rescale one of them");
        }
    }

    @Override
    public ConductanceRange range() {
        return new ConductanceRange((float) potentiation.first(), (float) potentiation.last());
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
        return potentiation.pulsesTo(siemens);
    }

    @Override
    public double pulsesFromMax(float siemens) {
        return depression.pulsesTo(siemens);
    }

    @Override
    public float nearest(float siemens) {
        return range().clamp(siemens);
    }

    @Override
    public void program(float[] siemens, float[] pulses, int count, RandomStream random) {
        ConductanceRange range = range();
        for (int i = 0; i < count; i++) {
            int n = PulseResponse.whole(pulses[i]);
            if (n != 0) {
                MeasuredCurve curve = n > 0 ? potentiation : depression;
                siemens[i] = range.clamp((float) curve.after(curve.pulsesTo(siemens[i]) + Math.abs(n)));
            }
        }
    }
}
