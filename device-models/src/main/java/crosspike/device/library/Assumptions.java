package crosspike.device.library;

import crosspike.device.library.DeviceSheet.Cell;
import crosspike.device.library.DeviceSheet.Kind;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.DeviceSheet.ReadPulse;
import crosspike.input.Dimension;
import crosspike.input.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is taken where a data sheet is silent, so that devices of which little is published can be compared with others. What
 * a sheet says stands.
 *
 * @param potentiation pulses that raise the conductance; null: none
 * @param depression pulses that lower it; null: none
 * @param read read pulse; null: none
 * @param cell footprint; null: none
 * @param accessResistanceOhms resistance in series with the cell in ohm
 */
public record Assumptions(
        @Key(doc = "Pulses that raise the conductance; a binary device takes one of them.", optional = true)
        PulseTrain potentiation,

        @Key(doc = "Pulses that lower the conductance; a binary device takes one of them.", optional = true)
        PulseTrain depression,

        @Key(doc = "Read pulse.", optional = true) ReadPulse read,
        @Key(doc = "Footprint of a cell.", optional = true) Cell cell,

        @Key(
                doc = "Resistance in series with the cell, as of its access transistor.",
                dimension = Dimension.RESISTANCE,
                min = 0)
        Optional<Double> accessResistanceOhms) {

    /** The sheet with what it lacks; what was taken from here is named in its {@code unverified}. */
    public DeviceSheet complete(DeviceSheet sheet) {
        List<String> taken = new ArrayList<>();
        PulseTrain up = or(sheet.potentiation(), ofKind(sheet.kind(), potentiation), "potentiation", taken);
        PulseTrain down = or(sheet.depression(), ofKind(sheet.kind(), depression), "depression", taken);
        ReadPulse readPulse = or(sheet.read(), read, "read", taken);
        Cell footprint = or(sheet.cell(), cell, "cell", taken);
        Double access = or(
                sheet.accessResistanceOhms().orElse(null),
                accessResistanceOhms.orElse(null),
                "access_resistance",
                taken);
        if (taken.isEmpty()) return sheet;
        List<String> unverified = new ArrayList<>(sheet.unverified());
        unverified.add("assumed by the config: " + String.join(", ", taken));
        return new DeviceSheet(
                sheet.name(),
                sheet.title(),
                sheet.technology(),
                sheet.sources(),
                sheet.conductance(),
                sheet.response(),
                up,
                down,
                sheet.cycleToCycleSigma(),
                readPulse,
                footprint,
                sheet.kind(),
                Optional.ofNullable(access),
                sheet.ivNonlinearity(),
                sheet.deviceToDevice(),
                sheet.programmingNoise(),
                sheet.drift(),
                sheet.flickerNoise(),
                unverified);
    }

    private static <T> T or(T said, T assumed, String key, List<String> taken) {
        if (said != null || assumed == null) return said;
        taken.add(key);
        return assumed;
    }

    private static PulseTrain ofKind(Kind kind, PulseTrain train) {
        if (train == null || kind == Kind.ANALOG) return train;
        return new PulseTrain(
                1,
                train.nonlinearity(),
                train.voltageVolts(),
                train.widthSeconds(),
                train.voltageStepVolts(),
                train.widthStepSeconds(),
                train.switchProbability(),
                List.of());
    }
}
