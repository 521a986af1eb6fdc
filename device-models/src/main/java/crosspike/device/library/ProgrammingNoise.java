package crosspike.device.library;

import crosspike.input.Dimension;
import crosspike.input.Key;
import java.util.List;

/**
 * How far cells are from their target after write-verify: {@code σ = Σ cₖ·gᵏ} in µS.
 *
 * @param of what g is
 * @param microsiemens coefficients c₀, c₁, ... in µS, for g as {@code of} says
 * @param afterSeconds time between programming and the reads, in s
 */
public record ProgrammingNoise(
        @Key(doc = "What g is in sigma = c0 + c1*g + c2*g^2 + ...: G in uS, or G/Gmax.")
        Argument of,

        @Key(doc = "Coefficients c0, c1, ... of sigma in uS.", name = "sigma_uS")
        List<Double> microsiemens,

        @Key(
                doc = "Time from programming to the reads; 0 if unknown.",
                dimension = Dimension.TIME,
                min = 0,
                defaultValue = "0 s")
        double afterSeconds) {

    public ProgrammingNoise {
        microsiemens = List.copyOf(microsiemens);
    }

    /** What a noise depends on. */
    public enum Argument {
        /** G in µS. */
        MICROSIEMENS,
        /** G/Gmax. */
        FRACTION_OF_MAX
    }

    /**
     * Standard deviation in S.
     *
     * @param siemens target in S
     * @param maxSiemens Gmax in S
     */
    public double sigmaSiemens(double siemens, double maxSiemens) {
        double g = of == Argument.MICROSIEMENS ? siemens * 1e6 : siemens / maxSiemens;
        double sigma = 0;
        for (int k = microsiemens.size() - 1; k >= 0; k--) {
            sigma = sigma * g + microsiemens.get(k);
        }
        return Math.max(0, sigma) * 1e-6;
    }
}
