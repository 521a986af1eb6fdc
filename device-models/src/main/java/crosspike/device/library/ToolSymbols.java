package crosspike.device.library;

import crosspike.input.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What other tools and the tables of device papers call the numbers of a data sheet. */
public final class ToolSymbols {
    private ToolSymbols() {}

    /**
     * One number under its other names.
     *
     * @param symbol its name in the NeuroSim family
     * @param meaning its name in device tables
     * @param key its key in our files
     * @param value with its unit
     */
    public record Symbol(String symbol, String meaning, String key, String value) {}

    /** Every number of a sheet that has another name elsewhere. */
    public static List<Symbol> of(DeviceSheet sheet) {
        List<Symbol> symbols = new ArrayList<>();
        double max = sheet.conductance().maxSiemens();
        double min = sheet.conductance().minSiemens();
        symbols.add(
                new Symbol("maxConductance", "1/RON", "conductance.max", Dimension.CONDUCTANCE.format(rounded(max))));
        symbols.add(
                new Symbol("minConductance", "1/ROFF", "conductance.min", Dimension.CONDUCTANCE.format(rounded(min))));
        symbols.add(new Symbol("", "RON", "1/conductance.max", Dimension.RESISTANCE.format(rounded(1 / max))));
        if (min > 0) {
            symbols.add(new Symbol("", "on/off ratio", "conductance.max/min", digits(max / min)));
        }
        train(symbols, "LTP", "potentiation", sheet.potentiation());
        train(symbols, "LTD", "depression", sheet.depression());
        symbols.add(new Symbol(
                "sigmaCtoC",
                "C2C, of Gmax − Gmin",
                "cycle_to_cycle_sigma",
                Dimension.FRACTION.format(sheet.cycleToCycleSigma())));
        if (sheet.read() != null) {
            String volts = Dimension.VOLTAGE.format(sheet.read().voltageVolts());
            symbols.add(new Symbol("readVoltage", "", "read.voltage", volts));
            String seconds = Dimension.TIME.format(sheet.read().widthSeconds());
            symbols.add(new Symbol("readPulseWidth", "", "read.width", seconds));
        }
        sheet.accessResistanceOhms()
                .ifPresent(ohms -> symbols.add(new Symbol(
                        "resistanceAccess", "Racc", "access_resistance", Dimension.RESISTANCE.format(ohms))));
        sheet.ivNonlinearity()
                .ifPresent(ratio -> symbols.add(new Symbol("NL", "I(Vw)/I(Vw/2)", "iv_nonlinearity", digits(ratio))));
        return List.copyOf(symbols);
    }

    private static void train(List<Symbol> symbols, String direction, String key, DeviceSheet.PulseTrain train) {
        if (train == null) {
            return;
        }
        symbols.add(new Symbol("maxNumLevel" + direction, "states", key + ".pulses", Integer.toString(train.pulses())));
        symbols.add(new Symbol("NL_" + direction, "NL", key + ".nonlinearity", digits(train.nonlinearity())));
        String volts = Dimension.VOLTAGE.format(train.voltageVolts());
        symbols.add(new Symbol("writeVoltage" + direction, "", key + ".voltage", volts));
        String seconds = Dimension.TIME.format(train.widthSeconds());
        symbols.add(new Symbol("writePulseWidth" + direction, "", key + ".width", seconds));
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.5g", value));
    }

    private static String digits(double value) {
        return Double.toString(rounded(value));
    }
}
