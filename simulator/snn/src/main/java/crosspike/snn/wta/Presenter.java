package crosspike.snn.wta;

import crosspike.crossbar.ActiveRows;
import crosspike.crossbar.Session;
import crosspike.random.RandomStream;
import crosspike.snn.encoding.PoissonRate;
import crosspike.snn.encoding.SpikeTrains;

/**
 * Shows images to a network, one at a time, and tells a listener each output spike. Membrane potentials are only computed
 * when the output layer fires, as Eq. 2 of Shi 2019 allows. Holds the buffers of one thread.
 */
public final class Presenter {
    private static final int WORD = 64;

    /** Hears the output spikes of a presentation, in time order. */
    public interface Listener {
        /**
         * @param step time since the image appeared in ms
         * @param neuron the winner
         * @param rows those whose input spiked within the window; valid during the call
         */
        void spike(int step, int neuron, ActiveRows rows);
    }

    private final WtaNetwork network;
    private final Schedule schedule;
    private final long outputThreshold;
    private final SpikeTrains trains;
    private final Softmax softmax;
    private final float[] potentials;

    public Presenter(WtaNetwork network, Schedule schedule) {
        this.network = network;
        this.schedule = schedule;
        this.outputThreshold = PoissonRate.threshold(schedule.outputHertz());
        this.trains = new SpikeTrains(network.rowPixels(), network.inputHertz(), network.windowMs());
        this.softmax = new Softmax(network.beta(), network.neurons());
        this.potentials = new float[network.neurons()];
    }

    /**
     * Shows one image.
     *
     * @param image pixels, unsigned. Not modified.
     * @param random all draws of this presentation
     * @param session counts, energy and device noise
     */
    public void show(byte[] image, RandomStream random, Session session, Listener listener) {
        session.presentations++;
        session.inputSpikes += trains.draw(image, schedule.displayMs(), schedule.totalMs(), random);
        int total = schedule.totalMs();
        for (int start = 0; start < total; start += WORD) {
            long steps = total - start >= WORD ? -1L : (1L << total - start) - 1;
            long fires = PoissonRate.spikes(outputThreshold, steps, random);
            session.outputSpikes += Long.bitCount(fires);
            for (; fires != 0; fires &= fires - 1) {
                fire(start + Long.numberOfTrailingZeros(fires), random, session, listener);
            }
        }
    }

    /** Whether an input spiked at a step of the latest presentation. */
    public boolean inputSpikesAt(int row, int step) {
        return trains.spikesAt(row, step);
    }

    /**
     * Time from each input's latest spike to a step of the latest presentation.
     *
     * @param sinceMs overwritten: one for each row in ms, {@link SpikeTrains#NEVER} if it has not spiked yet
     */
    public void sinceLatestSpikes(int step, int[] sinceMs) {
        trains.sinceLatestSpikes(step, sinceMs);
    }

    private void fire(int step, RandomStream random, Session session, Listener listener) {
        ActiveRows rows = trains.activeAt(step);
        network.synapses().weightedSums(rows, potentials, session);
        listener.spike(step, softmax.draw(potentials, random), rows);
    }
}
