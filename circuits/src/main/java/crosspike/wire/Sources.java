package crosspike.wire;

/** What drives a crossbar, as currents into its nodes: the terminals, and a current source beside each device if any. */
final class Sources {
    private final WordLines words;
    private final double[] topSiemens;
    private final double[] bottomSiemens;
    private final int lastRow;
    private Drive drive;
    private double[][] deviceAmps;

    Sources(Wires wires, WordLines words) {
        this.words = words;
        this.topSiemens = Ladder.siemens(wires.topOhms());
        this.bottomSiemens = Ladder.siemens(wires.bottomOhms());
        this.lastRow = wires.rows() - 1;
    }

    /**
     * @param deviceAmps currents from word to bit line beside each device, {@code [rows][columns]}; null for none
     */
    void set(Drive drive, double[][] deviceAmps) {
        this.drive = drive;
        this.deviceAmps = deviceAmps;
    }

    double[] topSiemens() {
        return topSiemens;
    }

    double[] bottomSiemens() {
        return bottomSiemens;
    }

    /** Voltage of the drivers of a row. */
    double rowVolts(int row) {
        return drive.left()[row];
    }

    void addToWords(int row, double[] amps) {
        words.drive(row, drive.left()[row], drive.right()[row], amps);
        if (deviceAmps != null) {
            for (int j = 0; j < amps.length; j++) {
                amps[j] -= deviceAmps[row][j];
            }
        }
    }

    void addToBits(int row, double[] amps) {
        if (row == 0) {
            addProducts(amps, topSiemens, drive.top());
        }
        if (row == lastRow) {
            addProducts(amps, bottomSiemens, drive.bottom());
        }
        if (deviceAmps != null) {
            for (int j = 0; j < amps.length; j++) {
                amps[j] += deviceAmps[row][j];
            }
        }
    }

    private static void addProducts(double[] sum, double[] a, double[] b) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += a[j] * b[j];
        }
    }

    /** Whether anything drives the bit lines. */
    boolean driveBits() {
        return deviceAmps != null || drives(topSiemens, drive.top()) || drives(bottomSiemens, drive.bottom());
    }

    private static boolean drives(double[] siemens, double[] volts) {
        for (int j = 0; j < volts.length; j++) {
            if (siemens[j] * volts[j] != 0) {
                return true;
            }
        }
        return false;
    }
}
