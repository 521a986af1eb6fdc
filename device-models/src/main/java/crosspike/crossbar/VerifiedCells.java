package crosspike.crossbar;

import crosspike.device.Pulse;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Verified writes of cells of this program: what a verifying read shows, noise included, and what it costs.
 *
 * @param write until when cells are pulsed
 * @param seen what reads see
 * @param noise of reads; null for none
 * @param read pulse of a read
 */
record VerifiedCells(VerifiedWrite write, CellMatrix seen, CellNoise noise, Pulse read) {

    /**
     * Brings cells of a line to wanted conductances.
     *
     * @param targets wanted conductance of each cell in S; NaN leaves a cell alone. Not modified.
     * @param program applies signed pulses to the line
     */
    void write(Line line, int index, float[] targets, Consumer<float[]> program, Session session) {
        int cells = line == Line.ROW ? seen.columns() : seen.rowCount();
        write.write(
                Arrays.copyOf(targets, cells),
                new VerifiedWrite.Cells() {
                    @Override
                    public void verify(float[] left, float[] siemens) {
                        VerifiedCells.this.verify(line, index, left, siemens, session);
                    }

                    @Override
                    public void pulse(float[] pulses) {
                        program.accept(pulses);
                    }
                },
                session);
    }

    /**
     * Reads a line to verify a write; only cells that are not done are charged.
     *
     * @param left negative for cells that are done. Not modified.
     * @param shown overwritten: conductances in S
     */
    void verify(Line line, int index, float[] left, float[] shown, Session session) {
        int cells = seen.load(line, index, shown);
        double siemens = 0;
        for (int i = 0; i < cells; i++) {
            session.verifyReads += left[i] >= 0 ? 1 : 0;
            siemens += left[i] >= 0 ? shown[i] : 0;
        }
        session.verifyJoules += siemens * read.joulesPerSiemens();
        if (noise != null) {
            noise.addTo(line, index, shown, cells, session);
        }
    }
}
