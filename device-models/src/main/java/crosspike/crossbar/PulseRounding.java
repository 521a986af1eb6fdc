package crosspike.crossbar;

import crosspike.random.RandomStream;

/** How a wanted change, a fractional number of pulses, becomes whole pulses. */
public enum PulseRounding {
    /** No rounding; only cells that take fractions of a pulse accept it. */
    NONE {
        @Override
        void round(float[] pulses, int count, RandomStream random) {}
    },
    /** Up or down at random so that the mean is right: floor(x + u), u uniform in [0, 1). */
    STOCHASTIC {
        @Override
        void round(float[] pulses, int count, RandomStream random) {
            for (int i = 0; i < count; i++) {
                int whole = (int) (Math.abs(pulses[i]) + random.uniform());
                // 0 or −1: a branch would be predicted wrongly
                int sign = Float.floatToRawIntBits(pulses[i]) >> Integer.SIZE - 1;
                pulses[i] = (whole ^ sign) - sign;
            }
        }
    },
    /** To the nearest whole number; changes below half a pulse are lost. */
    NEAREST {
        @Override
        void round(float[] pulses, int count, RandomStream random) {
            for (int i = 0; i < count; i++) {
                int whole = (int) (Math.abs(pulses[i]) + 0.5f);
                pulses[i] = pulses[i] < 0 ? -whole : whole;
            }
        }
    },
    /** Always one pulse in the wanted direction. */
    ONE {
        @Override
        void round(float[] pulses, int count, RandomStream random) {
            for (int i = 0; i < count; i++) {
                pulses[i] = Math.signum(pulses[i]);
            }
        }
    };

    /** Rounds the first {@code count} pulse numbers in place. */
    abstract void round(float[] pulses, int count, RandomStream random);
}
