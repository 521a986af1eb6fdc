package crosspike.snn.wta;

import crosspike.crossbar.ActiveRows;
import crosspike.crossbar.Session;
import crosspike.random.RandomStream;
import crosspike.snn.encoding.PoissonRate;
import crosspike.snn.encoding.SpikeTrains;

/**
 * Shows images to a network, one at a time, and goes through the output spikes of each in time order. Membrane potentials are only
 * computed when the output layer fires, as Eq. 2 of Shi 2019 allows. Holds the buffers of one thread.
 */
public final class Presenter {
    private static final int WORD = 64;

    private final WtaNetwork network;
    private final Schedule schedule;
    private final long outputThreshold;
    private final SpikeTrains trains;
    private final Softmax softmax;
    private final float[] potentials;

    private RandomStream random;
    private Session session;
    private int drawnMs;
    private long fires;
    private int step;
    private int winner;
    private ActiveRows rows;

    public Presenter(WtaNetwork network, Schedule schedule) {
        this.network = network;
        this.schedule = schedule;
        this.outputThreshold = PoissonRate.threshold(schedule.outputHertz());
        this.trains = new SpikeTrains(
                network.rowPixels(),
                network.inputHertz(),
                network.windowMs(),
                schedule.displayMs(),
                schedule.totalMs());
        this.softmax = new Softmax(network.beta(), network.neurons());
        this.potentials = new float[network.neurons()];
    }

    /**
     * Begins to show an image.
     *
     * @param image pixels, unsigned. Not modified.
     * @param random all draws of this presentation
     * @param session counts, energy and device noise
     */
    public void show(byte[] image, RandomStream random, Session session) {
        this.random = random;
        this.session = session;
        session.presentations++;
        session.inputSpikes += trains.draw(image, random);
        drawnMs = 0;
        fires = 0;
    }

    /** Goes on to the next output spike; false if the presentation is over. */
    public boolean spikes() {
        while (fires == 0) {
            int left = schedule.totalMs() - drawnMs;
            if (left <= 0) {
                return false;
            }
            fires = PoissonRate.spikes(outputThreshold, -1L >>> Math.max(0, WORD - left), random);
            session.outputSpikes += Long.bitCount(fires);
            drawnMs += WORD;
        }
        step = drawnMs - WORD + Long.numberOfTrailingZeros(fires);
        fires &= fires - 1;
        rows = trains.activeAt(step);
        network.synapses().weightedSums(rows, potentials, session);
        winner = softmax.draw(potentials, random);
        return true;
    }

    /** When the output layer spiked: time since the image appeared in ms. */
    public int step() {
        return step;
    }

    /** The neuron that spiked. */
    public int winner() {
        return winner;
    }

    /** Rows whose input spiked within the window; valid until the next spike. */
    public ActiveRows rows() {
        return rows;
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
}
