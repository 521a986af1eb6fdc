package crosspike.device.calibration;

import crosspike.device.Nonlinearity;
import java.util.Locale;

/**
 * Closed forms of a potentiation and a depression curve. Conductances are fractions y of the measured range, pulses
 * fractions x of the full train of their direction.
 */
enum CurveModel {
    /** Equal steps: {@code y = y₀ + (y₁ − y₀)·x} and back. */
    LINEAR(2) {
        @Override
        double value(double[] p, boolean isPotentiation, double x) {
            return p[0] + (p[1] - p[0]) * (isPotentiation ? x : 1 - x);
        }

        @Override
        void gradient(double[] p, boolean isPotentiation, double x, double[] gradient) {
            double way = isPotentiation ? x : 1 - x;
            gradient[0] = 1 - way;
            gradient[1] = way;
        }

        @Override
        double[] start(MeanCurve up, MeanCurve down) {
            return new double[] {up.at(0), up.at(1)};
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
        void gradient(double[] p, boolean isPotentiation, double x, double[] gradient) {
            int own = isPotentiation ? 2 : 3;
            double way = bent(p[own], isPotentiation ? x : 1 - x);
            gradient[0] = 1 - way;
            gradient[1] = way;
            gradient[own] = (p[1] - p[0]) * bending(p[own], isPotentiation ? x : 1 - x);
        }

        @Override
        double[] start(MeanCurve up, MeanCurve down) {
            return new double[] {up.at(0), up.at(1), bend(up), bend(down)};
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
        void gradient(double[] p, boolean isPotentiation, double x, double[] gradient) {
            int low = isPotentiation ? 0 : 4;
            int own = isPotentiation ? 2 : 3;
            double way = bent(p[own], isPotentiation ? x : 1 - x);
            gradient[low] = 1 - way;
            gradient[low + 1] = way;
            gradient[own] = (p[low + 1] - p[low]) * bending(p[own], isPotentiation ? x : 1 - x);
        }

        @Override
        double[] start(MeanCurve up, MeanCurve down) {
            return new double[] {up.at(0), up.at(1), bend(up), bend(down), down.at(1), down.at(0)};
        }

        @Override
        double[] described(double[] p) {
            return new double[] {(p[0] + p[4]) / 2, (p[1] + p[5]) / 2, label(p[2]), label(p[3])};
        }
    },

    /**
     * Each pulse takes a fixed part of the way to a bound: {@code Δy = α·(M − y)} up, {@code −β·(y − m)} down. With
     * parameters y₀, M, m, and the decays of the whole trains. Depression begins where potentiation ended; where it ends
     * follows from its bound. Where that is y₀, as in a cycle that repeats, this is the exponential curve.
     */
    SOFT_BOUNDS(5) {
        @Override
        double value(double[] p, boolean isPotentiation, double x) {
            return isPotentiation
                    ? p[1] - (p[1] - p[0]) * Math.exp(-p[3] * x)
                    : p[2] + (top(p) - p[2]) * Math.exp(-p[4] * x);
        }

        @Override
        void gradient(double[] p, boolean isPotentiation, double x, double[] gradient) {
            double left = Math.exp(-(isPotentiation ? p[3] : p[4]) * x);
            double part = isPotentiation ? 1 : left; // of what the first train did
            double atEnd = isPotentiation ? left : Math.exp(-p[3]);
            gradient[0] = part * atEnd;
            gradient[1] = part * (1 - atEnd);
            gradient[3] = part * (p[1] - p[0]) * atEnd * (isPotentiation ? x : 1);
            gradient[2] = isPotentiation ? 0 : 1 - left;
            gradient[4] = isPotentiation ? 0 : -(top(p) - p[2]) * x * left;
        }

        private double top(double[] p) {
            return p[1] - (p[1] - p[0]) * Math.exp(-p[3]);
        }

        @Override
        double[] start(MeanCurve up, MeanCurve down) {
            double rise = decay(bend(up));
            double fall = decay(-bend(down));
            double low = up.at(0);
            double high = up.at(1);
            double bottom = down.at(1);
            return new double[] {
                low, low - (high - low) / Math.expm1(-rise), high + (high - bottom) / Math.expm1(-fall), rise, fall
            };
        }

        /** Straight lines have their bounds at infinity, where no search should begin. */
        private double decay(double bend) {
            return Math.abs(bend) < 0.2 ? Math.copySign(0.2, bend) : bend;
        }

        @Override
        double[] described(double[] p) {
            return new double[] {(p[0] + value(p, false, 1)) / 2, top(p), label(p[3]), label(-p[4])};
        }
    };

    private static final double STEEPEST = 60;
    private static final double STEEP_START = 8;

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

    /** Derivatives of {@link #value} by the parameters, put into an array of zeros. */
    abstract void gradient(double[] parameters, boolean isPotentiation, double x, double[] gradient);

    /** Where a search begins. */
    abstract double[] start(MeanCurve up, MeanCurve down);

    /** Lowest and highest y, and the labels of potentiation and depression. */
    abstract double[] described(double[] parameters);

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double clamped(double u) {
        return Math.max(-STEEPEST, Math.min(STEEPEST, u));
    }

    private static double bent(double u, double x) {
        return PulseShape.rise(clamped(u), x);
    }

    private static double bending(double u, double x) {
        return Math.abs(u) > STEEPEST ? 0 : PulseShape.riseByCurvature(u, x);
    }

    /** The curvature u with which half of the train goes as far as the means do: {@code 1/(1 + e^(−u/2))} of the way. */
    private static double bend(MeanCurve curve) {
        double low = curve.at(curve.isPotentiation() ? 0 : 1);
        double way = (curve.at(0.5) - low) / (curve.at(curve.isPotentiation() ? 1 : 0) - low);
        double u = way > 0 && way < 1 ? 2 * Math.log(way / (1 - way)) : Math.signum(way - 0.5) * STEEP_START;
        return Math.max(-STEEP_START, Math.min(STEEP_START, u));
    }

    private static double label(double u) {
        return u == 0 ? 0 : Nonlinearity.label(1 / clamped(u));
    }
}
