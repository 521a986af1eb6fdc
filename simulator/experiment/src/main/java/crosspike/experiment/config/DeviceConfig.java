package crosspike.experiment.config;

import crosspike.device.BinaryResponse;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.ExponentialResponse;
import crosspike.device.LevelResponse;
import crosspike.device.MeasuredResponse;
import crosspike.device.PcmResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.device.SoftBoundsResponse;
import crosspike.device.library.Assumptions;
import crosspike.device.library.DeviceLibrary;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.device.nonideality.Nonideality;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The cells: a device of the library, a file, or a whole data sheet in the config itself, and what differs from it.
 *
 * @param preset device of the library; null if a file or a definition is given
 * @param file YAML file of a device; null if not used
 * @param definition the data sheet itself; null if not used
 * @param response how the device answers to pulses; null: levels if {@code levels} is given, else as its data sheet says
 * @param levels equally spaced states; null: pulses of the data sheet + 1
 * @param pulses pulses of a full swing, both directions; null: as the data sheet says
 * @param nonlinearityLtp label of potentiation; null: as the data sheet says
 * @param nonlinearityLtd label of depression; null: as the data sheet says
 * @param cycleToCycleSigma standard deviation of one pulse; null: as the data sheet says
 * @param sheetLayers whether what the data sheet says of spread, programming noise, drift and read noise acts
 * @param assume what is taken where the data sheet is silent; null: nothing, and such a device is refused
 */
public record DeviceConfig(
        @Key(doc = "Device of the library; `crosspike devices list` names them.", optional = true)
        String preset,

        @Key(doc = "YAML file of a device.", optional = true)
        String file,

        @Key(doc = "The data sheet itself; runs write it here so that they can be repeated.", optional = true)
        DeviceSheet definition,

        @Key(
                doc =
                        "How the device answers to pulses; absent: levels if levels are given, else as its data sheet says.",
                optional = true)
        ResponseKind response,

        @Key(
                doc =
                        "Equally spaced conductance states, exact: without the nonlinearity and the cycle-to-cycle variation of"
                                + " the data sheet, which pulses keeps. Absent, for response levels: pulses of the data sheet"
                                + " + 1.",
                optional = true,
                min = 2,
                max = 65_536)
        Integer levels,

        @Key(
                doc = "Pulses of a full swing in both directions; absent: as the data sheet says.",
                optional = true,
                min = 1,
                max = 65_536)
        Integer pulses,

        @Key(
                doc = "Nonlinearity label of potentiation, for pulsed and pcm; absent: as the data sheet says.",
                optional = true,
                min = -9,
                max = 9)
        Double nonlinearityLtp,

        @Key(
                doc = "Nonlinearity label of depression, for pulsed; absent: as the data sheet says.",
                optional = true,
                min = -9,
                max = 9)
        Double nonlinearityLtd,

        @Key(
                doc =
                        "Cycle-to-cycle standard deviation of one pulse, for pulsed, measured, soft-bounds and pcm; other cells, such"
                                + " as those with levels, have none unless nonidealities lists cycle-to-cycle. Absent: as the"
                                + " data sheet says.",
                optional = true,
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1)
        Double cycleToCycleSigma,

        @Key(
                doc =
                        "Whether what the data sheet says of device-to-device spread, programming noise, drift and flicker noise"
                                + " acts; a layer under nonidealities replaces that of the sheet.",
                defaultValue = "true")
        boolean sheetLayers,

        @Key(doc = "What is taken where the data sheet is silent; what it says stands.", optional = true)
        Assumptions assume) {

    public DeviceConfig {
        int named = (preset == null ? 0 : 1) + (file == null ? 0 : 1) + (definition == null ? 0 : 1);
        if (named > 1) {
            throw new UserError("a device is given more than once; expected one of preset, file and definition");
        }
        if (levels != null && response != null && response != ResponseKind.LEVELS) {
            throw new UserError("levels are given, but response is " + RecordWriter.name(response)
                    + "; expected response: levels, or pulses instead of levels");
        }
    }

    /** A device as its data sheet has it. */
    public static DeviceConfig of(DeviceSheet sheet) {
        return new DeviceConfig(null, null, sheet, null, null, null, null, null, null, true, null);
    }

    /** The same with the data sheet written out, so that it stands on its own. */
    public DeviceConfig resolved() {
        DeviceConfig defined = with(sheet(), response, levels); // a file is read once
        ResponseKind kind = defined.responseKind();
        Integer states = kind == ResponseKind.LEVELS ? defined.states(true).orElseThrow() : null;
        return defined.with(defined.definition, kind, states);
    }

    private DeviceConfig with(DeviceSheet sheet, ResponseKind response, Integer levels) {
        return new DeviceConfig(
                null,
                null,
                sheet,
                response,
                levels,
                pulses,
                nonlinearityLtp,
                nonlinearityLtd,
                cycleToCycleSigma,
                sheetLayers,
                null);
    }

    /**
     * The data sheet, with what is assumed; of the ideal cell if nothing is named.
     *
     * @throws UserError if there is none, or it does not say all that a simulated write and read needs
     */
    public DeviceSheet sheet() {
        return knownSheet().programmable();
    }

    /** The same, whatever it does not say. */
    public DeviceSheet knownSheet() {
        return assume == null ? statedSheet() : assume.complete(statedSheet());
    }

    private DeviceSheet statedSheet() {
        if (definition != null) return definition;
        if (file != null) return DeviceLibrary.read(Path.of(file));
        return DeviceLibrary.installed().device(preset == null ? "ideal" : preset);
    }

    /** The pulse response of the cells, with the cycle-to-cycle variation of the data sheet where it has a place for it. */
    public PulseResponse pulseResponse() {
        return pulseResponse(responseKind() == ResponseKind.PULSED ? sigma() : 0);
    }

    /** The pulse response of the cells without cycle-to-cycle variation. */
    public PulseResponse quietResponse() {
        return pulseResponse(0);
    }

    private PulseResponse pulseResponse(double noise) {
        DeviceSheet sheet = sheet();
        ConductanceRange range = sheet.conductance().range();
        PulseTrain up = sheet.potentiation();
        PulseTrain down = sheet.depression();
        int ltp = pulsesOf(up);
        int ltd = pulsesOf(down);
        double ltpLabel = or(nonlinearityLtp, up.nonlinearity());
        double ltdLabel = or(nonlinearityLtd, down.nonlinearity());
        return switch (responseKind()) {
            case CONTINUOUS -> new ContinuousResponse(range, ltp);
            case LEVELS -> new LevelResponse(range, states(true).orElseThrow());
            case PULSED ->
                new ExponentialResponse(
                        range, PulseCurve.rising(ltp, ltpLabel), PulseCurve.falling(ltd, ltdLabel), noise);
            case MEASURED -> new MeasuredResponse(up.measuredCurve(true), down.measuredCurve(false));
            case SOFT_BOUNDS -> new SoftBoundsResponse(range, ltp, ltd);
            case PCM -> new PcmResponse(range, PulseCurve.rising(ltp, ltpLabel));
            case BINARY -> new BinaryResponse(range, up.switchProbability(), down.switchProbability());
        };
    }

    /** Cycle-to-cycle standard deviation of one pulse that a layer must add: 0 where states are exact. */
    public double sigma() {
        return switch (responseKind()) {
            case CONTINUOUS, LEVELS, BINARY -> 0;
            case PULSED, MEASURED, SOFT_BOUNDS, PCM ->
                or(cycleToCycleSigma, knownSheet().cycleToCycleSigma());
        };
    }

    /** How the device answers to pulses. */
    public ResponseKind responseKind() {
        if (response != null) {
            return response;
        }
        return levels != null ? ResponseKind.LEVELS : knownSheet().response();
    }

    /** States on the way up, or down; empty if they are continuous, or the data sheet has no such pulses. */
    public Optional<Integer> states(boolean up) {
        return switch (responseKind()) {
            case CONTINUOUS -> Optional.empty();
            case BINARY -> Optional.of(2);
            case LEVELS -> Optional.ofNullable(levels).or(() -> statesOfPulses(true));
            case MEASURED ->
                knownSheet().train(up).map(train -> train.measuredSiemens().size());
            case PCM -> up ? statesOfPulses(true) : Optional.of(2); // one pulse melts the cell
            case PULSED, SOFT_BOUNDS -> statesOfPulses(up);
        };
    }

    private Optional<Integer> statesOfPulses(boolean up) {
        return knownSheet().train(up).map(train -> pulsesOf(train) + 1);
    }

    /** Nonlinearity label of the pulses up, or down; empty if they have no labelled curve, or the data sheet has no such pulses. */
    public Optional<Double> nonlinearity(boolean up) {
        boolean isLabelled = responseKind() == ResponseKind.PULSED || up && responseKind() == ResponseKind.PCM;
        Double own = up ? nonlinearityLtp : nonlinearityLtd;
        return knownSheet().train(up).filter(train -> isLabelled).map(train -> or(own, train.nonlinearity()));
    }

    /** Whether the pulse response itself draws the cycle-to-cycle variation. */
    boolean drawsOwnNoise() {
        return responseKind() == ResponseKind.PULSED;
    }

    /** Layers that the data sheet asks for, but for its cycle-to-cycle variation. */
    List<Nonideality> layers() {
        return sheetLayers ? sheet().layers(responseKind() == ResponseKind.PULSED) : List.of();
    }

    /** The same without any layer of the data sheet, its cycle-to-cycle variation among them. */
    DeviceConfig bare() {
        return new DeviceConfig(
                preset,
                file,
                definition,
                response,
                levels,
                pulses,
                nonlinearityLtp,
                nonlinearityLtd,
                0.0,
                false,
                assume);
    }

    private int pulsesOf(PulseTrain train) {
        return or(pulses, train.pulses());
    }

    private static <T> T or(T own, T otherwise) {
        return own != null ? own : otherwise;
    }
}
