package crosspike.device.nonideality;

import crosspike.input.Dimension;
import crosspike.input.Key;
import java.util.List;

/**
 * How far cells are from their target after write-verify: {@code σ = Σ cₖ·gᵏ} in µS, 0 where that is negative. For data of
 * one's own; {@link PcmProgrammingNoise} and {@link RramProgrammingNoise} are published ones.
 *
 * @param of what g is
 * @param microsiemens coefficients c₀, c₁, ... in µS, for g as {@code of} says
 * @param afterSeconds time between programming and the reads that found it, in s; for the record
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
        double afterSeconds)
        implements Nonideality {

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

    @Override
    public Layer on(CellArray array) {
        double maxMicrosiemens = array.range().maxSiemens() * 1e6;
        double unit = of == Argument.MICROSIEMENS ? maxMicrosiemens : 1;
        double[] fractions = new double[microsiemens.size()];
        double scale = 1 / maxMicrosiemens;
        for (int k = 0; k < fractions.length; k++) {
            fractions[k] = microsiemens.get(k) * scale;
            scale *= unit;
        }
        return new StateNoise(array.range().maxSiemens(), fractions, 1);
    }
}
