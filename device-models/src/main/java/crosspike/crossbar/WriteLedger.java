package crosspike.crossbar;

import crosspike.device.Pulse;
import crosspike.device.PulseResponse;
import crosspike.device.Staircase;
import crosspike.device.Waveforms;

/** Counts the pulses of writes and what they cost. */
final class WriteLedger {
    private final PulseResponse response;
    private final Waveforms waveforms;
    private final HalfSelection halfSelection;
    private final LineSums lineSums = LineSums.FASTEST.get();
    private final LineSums.Pulses sums = new LineSums.Pulses();

    /** @param halfSelection null where a transistor selects the cells */
    WriteLedger(PulseResponse response, Waveforms waveforms, HalfSelection halfSelection) {
        this.response = response;
        this.waveforms = waveforms;
        this.halfSelection = halfSelection;
    }

    /**
     * Counts the pulses of one line and charges n·V²·(G before + G after)/2·t for each cell. Up and down are told apart by the
     * sums of x and |x|, which needs no branches in the inner loop of training.
     *
     * @param states conductances that pulses act on, before the write
     * @param before conductances that currents see, before the write
     * @param after the same after it
     */
    void charge(
            Line line,
            int index,
            float[] pulses,
            float[] states,
            float[] before,
            float[] after,
            int cells,
            Session session) {
        lineSums.pulses(pulses, before, after, cells, sums);
        double upSiemens = (sums.grossSiemens + sums.netSiemens) / 2;
        double downSiemens = (sums.grossSiemens - sums.netSiemens) / 2;
        session.deviceWrites += sums.written;
        session.potentiationPulses += (sums.gross + sums.net) / 2;
        session.depressionPulses += (sums.gross - sums.net) / 2;
        session.potentiationSlots += Math.ceil(sums.most);
        session.depressionSlots += Math.ceil(-sums.least);
        if (waveforms.areIdentical()) {
            session.potentiationJoules +=
                    upSiemens / 2 * waveforms.potentiation().joulesPerSiemens();
            session.depressionJoules += downSiemens / 2 * waveforms.depression().joulesPerSiemens();
        } else {
            climb(pulses, states, before, after, cells, session);
        }
        if (halfSelection != null) {
            session.halfSelectJoules += halfSelection.joules(line, pulses, before, after, cells);
        }
        changed(line, index, before, after, cells);
    }

    /** Conductances that currents see have changed. */
    void changed(Line line, int index, float[] before, float[] after, int cells) {
        if (halfSelection != null) {
            halfSelection.changed(line, index, before, after, cells);
        }
    }

    void everythingChanged(CellMatrix siemens) {
        if (halfSelection != null) {
            halfSelection.reset(siemens);
        }
    }

    /** Energy and extra time of staircase trains; a phase lasts as long as its longest train. */
    private void climb(float[] pulses, float[] states, float[] before, float[] after, int cells, Session session) {
        Pulse up = waveforms.potentiation();
        Pulse down = waveforms.depression();
        Staircase upSteps = waveforms.potentiationSteps();
        Staircase downSteps = waveforms.depressionSteps();
        double upSeconds = 0;
        double downSeconds = 0;
        double most = 0;
        double least = 0;
        for (int i = 0; i < cells; i++) {
            int n = (int) Math.ceil(Math.abs(pulses[i]));
            double mean = ((double) before[i] + after[i]) / 2;
            if (pulses[i] > 0) {
                double start = response.pulsesFromMin(states[i]);
                session.potentiationJoules += mean * upSteps.joulesPerSiemens(up, start, n);
                upSeconds = Math.max(upSeconds, upSteps.seconds(up, start, n));
                most = Math.max(most, n);
            } else if (pulses[i] < 0) {
                double start = response.pulsesFromMax(states[i]);
                session.depressionJoules += mean * downSteps.joulesPerSiemens(down, start, n);
                downSeconds = Math.max(downSeconds, downSteps.seconds(down, start, n));
                least = Math.max(least, n);
            }
        }
        session.staircaseSeconds += upSeconds - most * up.seconds() + downSeconds - least * down.seconds();
    }
}
