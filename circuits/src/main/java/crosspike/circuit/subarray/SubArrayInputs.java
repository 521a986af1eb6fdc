package crosspike.circuit.subarray;

import com.fasterxml.jackson.databind.JsonNode;
import crosspike.circuit.technology.Flavour;
import crosspike.input.KeyError;
import crosspike.input.UserError;
import java.util.Map;

/**
 * One case of a file: an array and what it does. Keys that mean nothing here, such as a comment, are passed over; none of the
 * others may be missing, so a misspelt one is noticed; but {@code nonlinearIV} may, for a linear cell.
 */
public record SubArrayInputs(SubArrayDesign design, Workload workload) {

    /**
     * Reads the {@code inputs} of a case.
     *
     * @throws UserError naming the key at fault
     */
    public static SubArrayInputs of(JsonNode inputs) {
        if (!inputs.isObject()) throw new UserError("inputs is missing; expected the keys of a subarray");
        Keys keys = new Keys(inputs);
        CellAccess access = keys.access();
        boolean nonlinear = keys.nonlinear();
        Cell cell = new Cell(
                access,
                keys.number("cellWidth_F"),
                keys.number("cellHeight_F"),
                keys.number("maxConductance_S"),
                keys.lowestSiemens(),
                access.hasTransistor() ? keys.number("accessResistance_ohm") : 0,
                access.hasTransistor() ? keys.number("accessGateVoltage_V") : 0,
                access == CellAccess.FEFET ? keys.number("gateCapacitance_F") : 0,
                nonlinear ? keys.number("currentNonlinearity") : 1);
        SubArrayDesign design = new SubArrayDesign(
                keys.number("processNode_nm"),
                keys.flavour(),
                keys.number("temperature_K"),
                keys.count("rows"),
                keys.count("cols"),
                cell,
                keys.number("arrayWireWidth_nm"),
                keys.cellInWireWidths(),
                keys.yes("relaxArrayCellWidth"),
                keys.yes("relaxArrayCellHeight"),
                keys.count("numColMuxed"),
                keys.count("numWriteColMuxed"),
                keys.count("numBitInput"),
                keys.count("readCircuitBits"),
                keys.number("clockFrequency_Hz"),
                keys.number("readVoltage_V"),
                keys.pulse("LTP"),
                keys.pulse("LTD"));
        Workload workload = new Workload(
                keys.number("activityRowRead"),
                keys.number("switchMatrixActivityRowRead"),
                keys.number("numWritePulsePerCellAvg"),
                keys.number("numWriteOperationPerRow"),
                keys.number("sumWriteLatencyAnalogNVM_s"),
                keys.count("cellWritePulses"));
        return new SubArrayInputs(design, workload);
    }

    /** Typed access to the keys of one case. */
    private record Keys(JsonNode inputs) {

        double number(String key) {
            JsonNode value = inputs.get(key);
            if (value == null || !value.isNumber()) throw wrong(key, "a number");
            return value.doubleValue();
        }

        /** Not 0: among the outputs is the resistance of a cell that is off. */
        double lowestSiemens() {
            double value = number("minConductance_S");
            Cell.require(value > 0 && value < 1, "minConductance_S", value, "above 0 and below 1 S");
            return value;
        }

        int count(String key) {
            double value = number(key);
            if (value != Math.rint(value) || Math.abs(value) > 1e9) throw wrong(key, "a whole number");
            return (int) value;
        }

        boolean yes(String key) {
            JsonNode value = inputs.get(key);
            if (value == null || !value.isBoolean()) throw wrong(key, "true or false");
            return value.booleanValue();
        }

        /** Left out, a cell is linear, but then nothing may say how far it is not. */
        boolean nonlinear() {
            if (inputs.hasNonNull("nonlinearIV")) return yes("nonlinearIV");
            if (!inputs.hasNonNull("currentNonlinearity")) return false;
            throw wrong("nonlinearIV", "true or false beside currentNonlinearity");
        }

        CellAccess access() {
            for (CellAccess access : CellAccess.values()) {
                if (access.label().equals(inputs.path("cellAccess").asText())) return access;
            }
            throw wrong("cellAccess", "1T1R, crosspoint or FeFET");
        }

        Flavour flavour() {
            return switch (inputs.path("deviceRoadmap").asText()) {
                case "HP" -> Flavour.HP;
                case "LSTP" -> Flavour.LSTP;
                default -> throw wrong("deviceRoadmap", "HP or LSTP");
            };
        }

        boolean cellInWireWidths() {
            return switch (inputs.path("cellFeatureSize").asText()) {
                case "processNode" -> false;
                case "arrayWireWidth" -> true;
                default -> throw wrong("cellFeatureSize", "processNode or arrayWireWidth");
            };
        }

        WritePulse pulse(String polarity) {
            Map<String, String> names = Map.of(
                    WritePulse.VOLTS, "writeVoltage" + polarity + "_V",
                    WritePulse.SECONDS, "writePulseWidth" + polarity + "_s",
                    WritePulse.LEVELS, "numLevel" + polarity,
                    WritePulse.LABEL, "NL_" + polarity);
            try {
                return new WritePulse(
                        number(names.get(WritePulse.VOLTS)),
                        number(names.get(WritePulse.SECONDS)),
                        count(names.get(WritePulse.LEVELS)),
                        number(names.get(WritePulse.LABEL)));
            } catch (KeyError e) {
                throw e.under(names.get(e.key()));
            }
        }

        UserError wrong(String key, String expected) {
            JsonNode value = inputs.get(key);
            return new UserError(key + " is " + (value == null ? "missing" : value) + "; expected " + expected);
        }
    }
}
