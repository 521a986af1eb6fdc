package crosspike.experiment;

import crosspike.crossbar.Session;
import crosspike.snn.lif.Drive;
import crosspike.snn.lif.SpikeTrain;
import crosspike.snn.lif.SynapseFlags;
import crosspike.snn.lif.Synapses;

/**
 * Trained synapses that charge what their cells dissipate in reads. They no longer learn.
 *
 * @param synapses the weights
 * @param joulesPerSpike energy of all cells of a row at one input spike, in J, by row
 */
record MeteredSynapses(Synapses synapses, double[] joulesPerSpike) implements Synapses {

    /**
     * @param siemens conductance of each cell, {@code [inputs][neurons]}; 0 where none is
     * @param joulesPerSiemens energy of a read pulse by conductance
     */
    static MeteredSynapses of(Synapses synapses, float[][] siemens, double joulesPerSiemens) {
        double[] joules = new double[siemens.length];
        for (int i = 0; i < joules.length; i++) {
            for (float cell : siemens[i]) {
                joules[i] += cell * joulesPerSiemens;
            }
        }
        return new MeteredSynapses(synapses, joules);
    }

    @Override
    public int stepsAhead() {
        return synapses.stepsAhead();
    }

    @Override
    public void drive(int part, SpikeTrain spikes, int step, Drive drive, Session session) {
        synapses.drive(part, spikes, step, drive, session);
    }

    @Override
    public int inputs() {
        return synapses.inputs();
    }

    @Override
    public int neurons() {
        return synapses.neurons();
    }

    @Override
    public int parts() {
        return synapses.parts();
    }

    @Override
    public int partWidth() {
        return synapses.partWidth();
    }

    @Override
    public float[][] weights() {
        return synapses.weights();
    }

    @Override
    public SynapseFlags flags() {
        return synapses.flags();
    }

    @Override
    public void account(int[] spikes, int count, Session session) {
        synapses.account(spikes, count, session);
        for (int k = 0; k < count; k++) {
            session.readJoules += joulesPerSpike[spikes[k]];
        }
    }

    @Override
    public void settle(Session session) {
        synapses.settle(session);
    }

    @Override
    public void read(int neuron, int[] inputs, int count, float[] weights, Session session) {
        synapses.read(neuron, inputs, count, weights, session);
    }

    @Override
    public void change(int neuron, int[] inputs, int count, float[] changes, Session session) {
        throw trained();
    }

    @Override
    public void changeAtSpikes(
            int neuron, SpikeTrain spikes, int from, int to, float[] changes, int step, Session session) {
        throw trained();
    }

    @Override
    public void normalise(double sum, Session session) {
        throw trained();
    }

    @Override
    public void place(float[][] weights, Session session) {
        throw trained();
    }

    @Override
    public void freeze(boolean[][] which, Session session) {
        throw trained();
    }

    @Override
    public void remove(boolean[][] which, Session session) {
        throw trained();
    }

    private static IllegalStateException trained() {
        return new IllegalStateException("these synapses are trained");
    }
}
