package crosspike.device.library;

import crosspike.device.ConductanceRange;
import crosspike.device.MeasuredCurve;
import crosspike.device.Pulse;
import crosspike.device.Staircase;
import crosspike.device.Waveforms;
import crosspike.device.nonideality.FlickerNoise;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.ProgrammingNoise;
import crosspike.device.nonideality.StateDrift;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The data sheet of one device, as a file of {@code calibration-data/devices} states it.
 *
 * @param name name of the device and of its file
 * @param title what papers call it
 * @param technology kind of memory
 * @param sources papers and tables the numbers come from
 * @param conductance lowest and highest conductance
 * @param response how it answers to pulses unless a config says otherwise
 * @param potentiation pulses that raise the conductance; null if unknown
 * @param depression pulses that lower it; null if unknown
 * @param cycleToCycleSigma standard deviation of one pulse as a fraction of the conductance range
 * @param read read pulse; null if unknown
 * @param cell footprint; null if unknown
 * @param kind whether pulses reach many states or two
 * @param accessResistanceOhms resistance in series with the cell in ohm
 * @param ivNonlinearity current at the write voltage over current at half of it
 * @param deviceToDevice how devices differ
 * @param programmingNoise deviation from the target after write-verify
 * @param drift loss of conductance with time
 * @param flickerNoise 1/f noise of reads
 * @param unverified statements of this file that the sources do not support
 */
public record DeviceSheet(
        @Key(doc = "Name of the device; the same as its file's, without the ending.")
        String name,

        @Key(doc = "What papers call the device.") String title,
        @Key(doc = "Kind of memory.") Technology technology,

        @Key(doc = "Papers and tables that the numbers come from.")
        List<String> sources,

        @Key(doc = "Reachable conductances.") Conductance conductance,

        @Key(doc = "How the device answers to pulses.", defaultValue = "pulsed")
        ResponseKind response,

        @Key(doc = "Pulses that raise the conductance (LTP); absent: no pulse data.", optional = true)
        PulseTrain potentiation,

        @Key(doc = "Pulses that lower the conductance (LTD); absent: no pulse data.", optional = true)
        PulseTrain depression,

        @Key(
                doc = "Cycle-to-cycle standard deviation of one pulse, as a fraction of the conductance range.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double cycleToCycleSigma,

        @Key(doc = "Read pulse; absent: not known.", optional = true)
        ReadPulse read,

        @Key(doc = "Footprint of a cell; absent: not known.", optional = true)
        Cell cell,

        @Key(doc = "Whether pulses reach many states or two.", defaultValue = "analog")
        Kind kind,

        @Key(
                doc = "Resistance in series with the cell, as of its access transistor.",
                dimension = Dimension.RESISTANCE,
                min = 0)
        Optional<Double> accessResistanceOhms,

        @Key(doc = "Current at the write voltage over current at half of it; 2 is ohmic.", min = 1, max = 1e9)
        Optional<Double> ivNonlinearity,

        @Key(doc = "How devices differ from each other.") Optional<DeviceSpread> deviceToDevice,

        @Key(doc = "Deviation from the target after write-verify.")
        Optional<ProgrammingNoise> programmingNoise,

        @Key(doc = "Loss of conductance with time.") Optional<StateDrift> drift,
        @Key(doc = "1/f noise of reads.") Optional<FlickerNoise> flickerNoise,

        @Key(doc = "What in this file its sources do not support.", defaultValue = "[]")
        List<String> unverified) {

    public DeviceSheet {
        sources = List.copyOf(sources);
        unverified = List.copyOf(unverified);
        if (kind == Kind.BINARY && response != ResponseKind.BINARY && response != ResponseKind.LEVELS) {
            throw new UserError("device " + name + " is binary, but its response is "
                    + RecordWriter.name(response)
                    + ", whose cells start between their two states; expected response: binary or levels");
        }
    }

    /** Kinds of memory. */
    public enum Technology {
        IDEAL,
        RRAM,
        CBRAM,
        PCM,
        FEFET,
        MTJ,
        /** Charge in a dielectric, as in SONOS. */
        CHARGE_TRAP,
        /** Charge on a capacitor: volatile. */
        CAPACITOR
    }

    /** How many states a cell has. */
    public enum Kind {
        ANALOG,
        BINARY
    }

    /** Ways to answer to pulses. */
    public enum ResponseKind {
        /** Any conductance, fractions of a pulse: the software baseline. */
        CONTINUOUS,
        /** Equally spaced states, one for each pulse. */
        LEVELS,
        /** The exponential pulse curve of the data sheet. */
        PULSED,
        /** The measured curves of the data sheet. */
        MEASURED,
        /** Steps in proportion to the distance from the bound. */
        SOFT_BOUNDS,
        /** Partial SET pulses along the exponential curve; one RESET pulse melts. */
        PCM,
        /** Two states. */
        BINARY
    }

    /**
     * @param minSiemens lowest conductance in S
     * @param maxSiemens highest conductance in S (1/RON)
     */
    public record Conductance(
            @Key(doc = "Lowest conductance.", dimension = Dimension.CONDUCTANCE, min = 0)
            float minSiemens,

            @Key(doc = "Highest conductance, 1/RON.", dimension = Dimension.CONDUCTANCE, above = 0)
            float maxSiemens) {

        public Conductance {
            new ConductanceRange(minSiemens, maxSiemens); // refuses what is no range, here where the line is known
        }

        /** The same as a range. */
        public ConductanceRange range() {
            return new ConductanceRange(minSiemens, maxSiemens);
        }
    }

    /**
     * Pulses in one direction.
     *
     * @param pulses pulses of a full swing
     * @param nonlinearity label NL, −9 to 9
     * @param voltageVolts amplitude in V
     * @param widthSeconds width in s
     * @param voltageStepVolts how much higher each further pulse of a staircase is, in V
     * @param widthStepSeconds how much longer each further pulse of a staircase is, in s
     * @param switchProbability probability that one pulse switches a binary cell
     * @param measuredSiemens conductance in S after 0, 1, 2, ... pulses; empty unless the response is measured
     */
    public record PulseTrain(
            @Key(doc = "Pulses from one end of the range to the other.", min = 1, max = 65536)
            int pulses,

            @Key(doc = "Nonlinearity label NL; 0 is linear.", min = -9, max = 9, defaultValue = "0")
            double nonlinearity,

            @Key(doc = "Amplitude of a pulse.", dimension = Dimension.VOLTAGE, min = -100, max = 100)
            double voltageVolts,

            @Key(doc = "Width of a pulse.", dimension = Dimension.TIME, above = 0, max = 1000)
            double widthSeconds,

            @Key(
                    doc = "How much higher each further pulse of a staircase is, without sign.",
                    dimension = Dimension.VOLTAGE,
                    min = 0,
                    max = 10,
                    defaultValue = "0 V")
            double voltageStepVolts,

            @Key(
                    doc = "How much longer each further pulse of a staircase is.",
                    dimension = Dimension.TIME,
                    min = 0,
                    max = 10,
                    defaultValue = "0 s")
            double widthStepSeconds,

            @Key(
                    doc = "Probability that one pulse switches a binary cell.",
                    dimension = Dimension.FRACTION,
                    above = 0,
                    max = 1,
                    defaultValue = "100 %")
            double switchProbability,

            @Key(
                    doc = "Conductance after 0, 1, 2, ... pulses, for response: measured.",
                    dimension = Dimension.CONDUCTANCE,
                    name = "measured",
                    min = 0,
                    defaultValue = "[]")
            List<Double> measuredSiemens) {

        public PulseTrain {
            measuredSiemens = List.copyOf(measuredSiemens);
            if (!measuredSiemens.isEmpty() && measuredSiemens.size() != pulses + 1) {
                throw new UserError("measured has " + measuredSiemens.size()
                        + " conductances; expected one more than the " + pulses + " pulses, that before the first");
            }
            new Pulse(voltageVolts, widthSeconds); // refuses what is no pulse, here where the line is known
        }

        /** Identical pulses with a nonlinearity label. */
        public static PulseTrain identical(int pulses, double nonlinearity, double volts, double seconds) {
            return new PulseTrain(pulses, nonlinearity, volts, seconds, 0, 0, 1, List.of());
        }

        /** The measured curve in one direction. */
        public MeasuredCurve measuredCurve(boolean rising) {
            return new MeasuredCurve(
                    measuredSiemens.stream().mapToDouble(Double::doubleValue).toArray(), rising);
        }

        /** How later pulses differ from the first. */
        Staircase staircase() {
            return new Staircase(voltageStepVolts, widthStepSeconds);
        }

        /** One pulse. */
        public Pulse pulse() {
            return new Pulse(voltageVolts, widthSeconds);
        }
    }

    /**
     * @param voltageVolts amplitude in V
     * @param widthSeconds width in s
     */
    public record ReadPulse(
            @Key(doc = "Amplitude of a read pulse.", dimension = Dimension.VOLTAGE, above = 0, max = 100)
            double voltageVolts,

            @Key(doc = "Width of a read pulse.", dimension = Dimension.TIME, above = 0, max = 1000)
            double widthSeconds) {}

    /**
     * Footprint in units of the feature size F.
     *
     * @param width along a word line
     * @param height along a bit line
     */
    public record Cell(
            @Key(doc = "Width of a cell in F.", name = "width_F", above = 0, max = 1000)
            double width,

            @Key(doc = "Height of a cell in F.", name = "height_F", above = 0, max = 1000)
            double height) {}

    /**
     * This sheet, if it says all that a simulated write and read needs.
     *
     * @throws UserError naming the first key that is missing
     */
    public DeviceSheet programmable() {
        String missing = potentiation == null
                ? "potentiation"
                : depression == null ? "depression" : read == null ? "read" : cell == null ? "cell" : null;
        if (missing != null) {
            throw new UserError("device " + name + " has no " + missing + ": its sources do not say; add the key to its"
                    + " file, or to a copy of its sheet if it is of the library (crosspike devices show " + name
                    + ", then device.file), or say in a config what to take instead: device.assume." + missing);
        }
        return this;
    }

    /** The pulses that raise the conductance, or lower it; empty if unknown. */
    public Optional<PulseTrain> train(boolean up) {
        return Optional.ofNullable(up ? potentiation : depression);
    }

    /**
     * What the sheet says of its cells beyond their pulse response and its cycle-to-cycle variation, as layers in the order
     * in which they act: spread between devices, programming noise, drift, noise of reads.
     *
     * @param labelled whether the cells answer to pulses along the exponential curve, whose labels then spread
     */
    public List<Nonideality> layers(boolean labelled) {
        List<Nonideality> layers = new ArrayList<>();
        deviceToDevice.ifPresent(spread -> layers.addAll(spread.layers(labelled)));
        programmingNoise.ifPresent(layers::add);
        drift.ifPresent(layers::add);
        flickerNoise.ifPresent(layers::add);
        return layers;
    }

    /** The pulses that drive a cell. */
    public Waveforms waveforms() {
        return new Waveforms(
                new Pulse(read.voltageVolts(), read.widthSeconds()),
                potentiation.pulse(),
                depression.pulse(),
                potentiation.staircase(),
                depression.staircase());
    }
}
