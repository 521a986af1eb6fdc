package crosspike.crossbar;

import crosspike.device.Waveforms;
import java.util.Arrays;

/**
 * Energy of the cells that see half of the write voltage in a crosspoint array. While a line is written, with each crossing
 * line driven in the pulse slots of its own cell: the cells of the written line that are not pulsed in a slot see V/2, and so
 * do the cells that share a driven crossing line. All others see V/2 − V/2 = 0.
 */
final class HalfSelection {
    private final double[] rowTotals;
    private final double[] columnTotals;
    private final double potentiation;
    private final double depression;

    /** @param conductionAtHalf conductance at V/2 as a fraction of that at V */
    HalfSelection(CellMatrix siemens, Waveforms waveforms, double conductionAtHalf) {
        rowTotals = new double[siemens.rows().length];
        columnTotals = new double[siemens.columns()];
        potentiation = waveforms.potentiation().joulesPerSiemens() / 4 * conductionAtHalf;
        depression = waveforms.depression().joulesPerSiemens() / 4 * conductionAtHalf;
        reset(siemens);
    }

    /** Takes in that all cells have changed. */
    void reset(CellMatrix siemens) {
        Arrays.fill(columnTotals, 0);
        for (int r = 0; r < rowTotals.length; r++) {
            rowTotals[r] = 0;
            for (int c = 0; c < columnTotals.length; c++) {
                rowTotals[r] += siemens.rows()[r][c];
                columnTotals[c] += siemens.rows()[r][c];
            }
        }
    }

    /** Takes in that one line has changed. */
    void changed(Line line, int index, float[] before, float[] after, int cells) {
        double[] crossing = line == Line.ROW ? columnTotals : rowTotals;
        double[] along = line == Line.ROW ? rowTotals : columnTotals;
        for (int i = 0; i < cells; i++) {
            double change = (double) after[i] - before[i];
            crossing[i] += change;
            along[index] += change;
        }
    }

    /** Energy in J of one write; {@link #changed} is called after it. */
    double joules(Line line, float[] pulses, float[] before, float[] after, int cells) {
        double[] crossing = line == Line.ROW ? columnTotals : rowTotals;
        double upSlots = 0;
        double downSlots = 0;
        for (int i = 0; i < cells; i++) {
            upSlots = Math.max(upSlots, pulses[i]);
            downSlots = Math.max(downSlots, -pulses[i]);
        }
        double up = 0;
        double down = 0;
        for (int i = 0; i < cells; i++) {
            double own = ((double) before[i] + after[i]) / 2;
            double others = crossing[i] - before[i];
            double n = Math.max(pulses[i], 0);
            double m = Math.max(-pulses[i], 0);
            up += n * others + (upSlots - n) * own;
            down += m * others + (downSlots - m) * own;
        }
        return up * potentiation + down * depression;
    }
}
