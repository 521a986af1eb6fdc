package crosspike.circuit.subarray;

import crosspike.circuit.logic.Layout;
import crosspike.input.KeyError;
import java.util.Locale;

/**
 * One memory cell as the circuits see it.
 *
 * @param access how it is reached
 * @param widthFeatures width in F, above 3.6 with a transistor: its diffusion needs that edge
 * @param heightFeatures height in F
 * @param maxSiemens highest conductance in S
 * @param minSiemens lowest conductance in S; 0 is a cell that can be switched off
 * @param accessOhms resistance of the access transistor in Ω; 0 asks for a tenth of the cell's lowest resistance
 * @param accessGateVolts gate voltage of the open access transistor in V
 * @param ferroelectricFarads gate capacitance of a FeFET in F; 0 otherwise
 * @param currentNonlinearity ratio of the current at the write voltage to that at half of it; 1 stands for a linear cell,
 *     see {@link #siemensAt}
 */
public record Cell(
        CellAccess access,
        double widthFeatures,
        double heightFeatures,
        double maxSiemens,
        double minSiemens,
        double accessOhms,
        double accessGateVolts,
        double ferroelectricFarads,
        double currentNonlinearity) {

    /** No cell technology reaches further; a value beyond is a slip of units. */
    private static final double LARGEST_SIEMENS = 1;

    public Cell {
        require(
                minSiemens >= 0 && minSiemens < LARGEST_SIEMENS,
                "minConductance_S",
                minSiemens,
                "at least 0 and below 1 S");
        require(
                maxSiemens > minSiemens && maxSiemens < LARGEST_SIEMENS,
                "maxConductance_S",
                maxSiemens,
                "above minConductance_S = " + minSiemens + " and below 1 S");
        double least = access.hasTransistor() ? Layout.EDGE : 0;
        require(
                widthFeatures > least && widthFeatures <= 1e4,
                "cellWidth_F",
                widthFeatures,
                access.hasTransistor()
                        ? "above 3.6 F, which the edges of the access transistor take, and at most 10000 F"
                        : "above 0 and at most 10000 F");
        require(
                heightFeatures > 0 && heightFeatures <= 1e4,
                "cellHeight_F",
                heightFeatures,
                "above 0 and at most 10000 F");
        require(accessOhms >= 0 && accessOhms <= 1e12, "accessResistance_ohm", accessOhms, "0 to 1e12 ohm");
        require(accessGateVolts >= 0 && accessGateVolts <= 20, "accessGateVoltage_V", accessGateVolts, "0 to 20 V");
        require(
                ferroelectricFarads >= 0 && ferroelectricFarads < 1e-9,
                "gateCapacitance_F",
                ferroelectricFarads,
                "0 to 1e-9 F");
        require(
                currentNonlinearity >= 1 && currentNonlinearity <= 1e6,
                "currentNonlinearity",
                currentNonlinearity,
                "1 (linear) to 1e6");
    }

    /** Resistance in Ω in series with the cell: that of a 1T1R access transistor; 0 for other cells. */
    public double seriesOhms() {
        return access == CellAccess.ONE_TRANSISTOR ? transistorOhms() : 0;
    }

    /** Resistance in Ω the transistor of the cell is sized for. */
    double transistorOhms() {
        return accessOhms > 0 ? accessOhms : 0.1 / maxSiemens;
    }

    /** Cell and access transistor at the highest conductance, in Ω. */
    public double onOhms() {
        return 1 / maxSiemens + seriesOhms();
    }

    /** Cell and access transistor at the lowest conductance, in Ω; infinite if that is 0. */
    public double offOhms() {
        return 1 / minSiemens + seriesOhms();
    }

    /** Mean of {@link #onOhms()} and {@link #offOhms()}, in Ω. */
    public double meanOhms() {
        return (1 / maxSiemens + 1 / minSiemens) / 2 + seriesOhms();
    }

    /** Middle of the conductance range in S. */
    public double middleSiemens() {
        return (minSiemens + maxSiemens) / 2;
    }

    /**
     * Conductance in S at another voltage than the one it was read at: {@code G·(Vr/V)·NL^((V − Vr)/(Vw/2))}.
     *
     * @param siemens conductance at the read voltage
     */
    public double siemensAt(double siemens, double volts, double readVolts, double writeVolts) {
        if (currentNonlinearity == 1) return siemens;
        return siemens * readVolts / volts * Math.pow(currentNonlinearity, (volts - readVolts) / (writeVolts / 2));
    }

    static void require(boolean ok, String key, double value, String expected) {
        if (!ok) throw new KeyError(key, "is " + plain(value) + "; expected " + expected);
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : Double.toString(value);
    }
}
