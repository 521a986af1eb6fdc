package crosspike.experiment.config;

import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.snn.lif.LifNeuron;

/** The excitatory neurons: Diehl and Cook's code, or Guo 2020 with −60 and −50 mV. */
public record DiehlCookNeuron(
        @Key(doc = "Rest potential.", dimension = Dimension.VOLTAGE, min = -1, max = 1, defaultValue = "-65 mV")
        double restVolts,

        @Key(
                doc = "Potential after a spike.",
                dimension = Dimension.VOLTAGE,
                min = -1,
                max = 1,
                defaultValue = "-65 mV")
        double resetVolts,

        @Key(
                doc = "Threshold before adaptation.",
                dimension = Dimension.VOLTAGE,
                min = -1,
                max = 1,
                defaultValue = "-52 mV")
        double thresholdVolts,

        @Key(
                doc = "Membrane time constant.",
                dimension = Dimension.TIME,
                name = "membrane",
                min = 1e-4,
                max = 10,
                defaultValue = "100 ms")
        double membraneSeconds,

        @Key(
                doc = "Reversal potential of excitation.",
                dimension = Dimension.VOLTAGE,
                min = -1,
                max = 1,
                name = "excitatory_reversal",
                defaultValue = "0 V")
        double excitatoryVolts,

        @Key(
                doc = "Reversal potential of inhibition.",
                dimension = Dimension.VOLTAGE,
                min = -1,
                max = 1,
                name = "inhibitory_reversal",
                defaultValue = "-100 mV")
        double inhibitoryVolts,

        @Key(
                doc = "Time constant of excitatory conductances.",
                dimension = Dimension.TIME,
                name = "excitatory_decay",
                min = 1e-5,
                max = 1,
                defaultValue = "1 ms")
        double excitatorySeconds,

        @Key(
                doc = "Time constant of inhibitory conductances.",
                dimension = Dimension.TIME,
                name = "inhibitory_decay",
                min = 1e-5,
                max = 1,
                defaultValue = "2 ms")
        double inhibitorySeconds,

        @Key(
                doc = "Time for which the potential is held after a spike.",
                dimension = Dimension.TIME,
                name = "refractory",
                min = 0,
                max = 1,
                defaultValue = "5 ms")
        double refractorySeconds,

        @Key(
                doc = "Time for which a neuron cannot fire after a spike; absent: the refractory time. Ports of the"
                        + " published code take 50 ms.",
                dimension = Dimension.TIME,
                name = "block",
                optional = true,
                min = 0,
                max = 1)
        Double blockSeconds) {

    public DiehlCookNeuron {
        if (!(thresholdVolts > restVolts && thresholdVolts > resetVolts)) {
            throw new UserError("threshold is " + volts(thresholdVolts) + "; expected more than rest, "
                    + volts(restVolts) + ", and reset, " + volts(resetVolts));
        }
        if (!(excitatoryVolts > thresholdVolts)) {
            throw new UserError("excitatory_reversal is " + volts(excitatoryVolts) + "; expected more than threshold, "
                    + volts(thresholdVolts));
        }
        if (!(inhibitoryVolts <= restVolts)) {
            throw new UserError("inhibitory_reversal is " + volts(inhibitoryVolts) + "; expected at most rest, "
                    + volts(restVolts));
        }
        if (blockSeconds != null && blockSeconds < refractorySeconds) {
            throw new UserError("block is " + Dimension.TIME.format(blockSeconds) + "; expected at least refractory, "
                    + Dimension.TIME.format(refractorySeconds));
        }
    }

    /**
     * The model of a neuron.
     *
     * @param gain conductance of a synapse of weight 1
     */
    LifNeuron model(double gain) {
        return new LifNeuron(
                restVolts,
                resetVolts,
                thresholdVolts,
                membraneSeconds,
                excitatoryVolts,
                inhibitoryVolts,
                excitatorySeconds,
                inhibitorySeconds,
                gain,
                refractorySeconds,
                blockSeconds == null ? refractorySeconds : blockSeconds);
    }

    private static String volts(double volts) {
        return Dimension.VOLTAGE.format(volts);
    }
}
