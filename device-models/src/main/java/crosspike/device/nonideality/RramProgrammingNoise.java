package crosspike.device.nonideality;

import crosspike.input.Key;

/**
 * What write-verify leaves on filamentary RRAM, a while after programming. Wan 2022 (Gmax 40 µS, g = G/Gmax): a polynomial
 * of the fourth degree at 1 s, 1 day and 2 days; Milo 2021 (50 to 225 µS): {@code σ = (4.782321 − 0.009107·G) µS}. Other
 * cells in proportion to their Gmax.
 *
 * @param data whose measurement
 * @param scale multiplies the standard deviation, 0 to 100
 * @see "W. Wan et al., A compute-in-memory chip based on resistive random-access memory, Nature 608 (2022) 504"
 * @see "V. Milo et al., IRPS 2021"
 */
public record RramProgrammingNoise(
        @Key(doc = "Whose measurement, and when.", defaultValue = "wan2022-second")
        Data data,

        @Key(doc = "Multiplies the standard deviation.", min = 0, max = 100, defaultValue = "1")
        double scale)
        implements Nonideality {

    /** Measurements by first author and year, and the time after programming. */
    public enum Data {
        WAN2022_SECOND,
        WAN2022_DAY,
        WAN2022_TWO_DAYS,
        MILO2021
    }

    @Override
    public Layer on(CellArray array) {
        return switch (data) {
            case WAN2022_SECOND -> StateNoise.ofMicrosiemens(array, scale, 40, 0.348, 16.030, -43.853, 45.393, -16.815);
            case WAN2022_DAY -> StateNoise.ofMicrosiemens(array, scale, 40, 0.701, 22.086, -50.773, 47.095, -16.458);
            case WAN2022_TWO_DAYS ->
                StateNoise.ofMicrosiemens(array, scale, 40, 0.782, 20.274, -43.507, 37.062, -11.934);
            case MILO2021 -> StateNoise.ofMicrosiemens(array, scale, 225, 4.782321, -0.009107 * 225);
        };
    }
}
