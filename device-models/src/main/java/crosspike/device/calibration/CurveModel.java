package crosspike.device.calibration;

import crosspike.device.Nonlinearity;
import java.util.Locale;

/**
 * Shapes of a potentiation and a depression curve. Conductances are fractions y of the measured range, pulses fractions x
 * of the full train of their direction.
 */
public enum CurveModel {
    /** Equal steps: {@code y = y₀ + (y₁ − y₀)·x} and back. */
    LINEAR(2) {
        @Override
        double value(double[] p, boolean isPotentiation, double x) {
            return p[0] + (p[1] - p[0]) * (isPotentiation ? x : 1 - x);
        }

        @Override
        double[] start() {
            return new double[] {0, 1};
        }

        @Override
        double[] described(double[] p) {
            return new double[] {p[0], p[1], 0, 0};
        }
    },

    /** The exponential curve of the nonlinearity labels, with the same two ends in both directions. */
    EXPONENTIAL(4) {
        @Override
        double value(double[] p, boolean isPotentiation, double x) {
            return p[0] + (p[1] - p[0]) * (isPotentiation ? bent(p[2], x) : bent(p[3], 1 - x));
        }

        @Override
        double[] start() {
            return new double[] {0, 1, 1, -1};
        }

        @Override
        double[] described(double[] p) {
            return new double[] {p[0], p[1], label(p[2]), label(p[3])};
        }
    },

    /** The exponential curve with its own two ends in each direction. */
    SEPARATE_RANGES(6) {
        @Override
        double value(double[] p, boolean isPotentiation, double x) {
            return isPotentiation ? p[0] + (p[1] - p[0]) * bent(p[2], x) : p[4] + (p[5] - p[4]) * bent(p[3], 1 - x);
        }

        @Override
        double[] start() {
            return new double[] {0, 1, 1, -1, 0, 1};
        }

        @Override
        double[] described(double[] p) {
            return new double[] {(p[0] + p[4]) / 2, (p[1] + p[5]) / 2, label(p[2]), label(p[3])};
        }
    },

    /**
     * Each pulse takes a fixed part of the way to a bound: {@code Δy = α·(M − y)} up, {@code −β·(y − m)} down. With
     * parameters y₀, M, m, and the decays of the whole trains; the same family of curves as the exponential, but the end
     * of depression follows from its bound.
     */
    SOFT_BOUNDS(5) {
        @Override
        double value(double[] p, boolean isPotentiation, double x) {
            return isPotentiation
                    ? p[1] - (p[1] - p[0]) * Math.exp(-p[3] * x)
                    : p[2] + (top(p) - p[2]) * Math.exp(-p[4] * x);
        }

        private double top(double[] p) {
            return p[1] - (p[1] - p[0]) * Math.exp(-p[3]);
        }

        @Override
        double[] start() {
            return new double[] {0, 1.5, -0.5, 1, 1};
        }

        @Override
        double[] described(double[] p) {
            return new double[] {p[0], top(p), label(p[3]), label(-p[4])};
        }
    };

    private static final double STEEPEST = 60;

    private final int parameters;

    CurveModel(int parameters) {
        this.parameters = parameters;
    }

    /** Number of parameters. */
    int parameters() {
        return parameters;
    }

    /** y after the part x of the train. */
    abstract double value(double[] parameters, boolean isPotentiation, double x);

    /** Where a search begins. */
    abstract double[] start();

    /** Lowest and highest y, and the labels of potentiation and depression. */
    abstract double[] described(double[] parameters);

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double bent(double u, double x) {
        return PulseShape.rise(Math.max(-STEEPEST, Math.min(STEEPEST, u)), x);
    }

    private static double label(double u) {
        return u == 0 ? 0 : Nonlinearity.label(1 / Math.max(-STEEPEST, Math.min(STEEPEST, u)));
    }
}
