package crosspike.device.calibration;

import crosspike.input.UserError;

/**
 * One direction of an exponential pulse response at every whole number of pulses: {@code G(n) = Gmin + B·(1 − e^(−n/A))},
 * {@code B = (Gmax − Gmin)/(1 − e^(−P/A))}.
 *
 * @param shape a, the curvature for a full swing of 1; infinite for a straight line
 * @param pulses A in pulses, {@code a·P}
 * @param plateauSiemens B in S; infinite for a straight line
 * @param siemens conductance after 0 to P pulses from Gmin
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067"
 */
record SampledCurve(double shape, double pulses, double plateauSiemens, double[] siemens) {

    /**
     * @param shape a, not 0
     * @param swing P, pulses from Gmin to Gmax
     */
    static SampledCurve of(double shape, int swing, double minSiemens, double maxSiemens) {
        if (!(minSiemens >= 0 && maxSiemens > minSiemens && maxSiemens < Double.POSITIVE_INFINITY)) {
            throw new UserError(
                    "conductances are " + minSiemens + " S and " + maxSiemens + " S; expected 0 <= minimum < maximum");
        }
        double width = maxSiemens - minSiemens;
        double[] siemens = new double[swing + 1];
        for (int n = 0; n <= swing; n++) {
            siemens[n] = minSiemens + width * PulseShape.rise(1 / shape, (double) n / swing);
        }
        return new SampledCurve(shape, shape * swing, -width / Math.expm1(-1 / shape), siemens);
    }

    /** Conductances after 0 to P depressing pulses from Gmax: the same curve walked down. */
    double[] falling() {
        double[] falling = new double[siemens.length];
        for (int n = 0; n < falling.length; n++) {
            falling[n] = siemens[siemens.length - 1 - n];
        }
        return falling;
    }
}
