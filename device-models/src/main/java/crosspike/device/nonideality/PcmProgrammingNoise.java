package crosspike.device.nonideality;

import crosspike.input.Key;

/**
 * What iterative programming leaves on phase-change memory, with g = G/Gmax and Gmax = 25 µS, in proportion for other
 * cells: {@code σ = (0.26348 + 1.9650·g − 1.1731·g²) µS} or {@code σ = (−0.00178767·G² + 0.07585724·G + 0.28638599) µS}.
 *
 * @param data whose measurement
 * @param scale multiplies the standard deviation, 0 to 100
 * @see "S. R. Nandakumar et al., Phase-change memory models for deep learning training and inference, ICECS 2019"
 * @see "V. Joshi et al., Nature Communications 11 (2020) 2473"
 */
public record PcmProgrammingNoise(
        @Key(doc = "Whose measurement.", defaultValue = "nandakumar2019")
        Data data,

        @Key(doc = "Multiplies the standard deviation.", min = 0, max = 100, defaultValue = "1")
        double scale)
        implements Nonideality {

    /** Measurements by first author and year. */
    public enum Data {
        NANDAKUMAR2019,
        JOSHI2020
    }

    private static final double GMAX = 25;

    @Override
    public Layer on(CellArray array) {
        return switch (data) {
            case NANDAKUMAR2019 -> StateNoise.ofMicrosiemens(array, scale, GMAX, 0.26348, 1.9650, -1.1731);
            case JOSHI2020 ->
                StateNoise.ofMicrosiemens(array, scale, GMAX, 0.28638599, 0.07585724 * GMAX, -0.00178767 * GMAX * GMAX);
        };
    }
}
