package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.snn.lif.learning.LearningRule;
import crosspike.snn.lif.learning.Visits;
import java.util.Arrays;

/**
 * Learning in progress: remembers the latest spikes of inputs and neurons, from which traces follow by tables, and asks the
 * rule for changes.
 */
final class Plasticity {
    private static final int LONG_AGO = -(1 << 30);

    private final LearningRule rule;
    private final Synapses synapses;
    private final float[] inputTable;
    private final float[] fastTable;
    private final float[] slowTable;
    private final int lateSteps;
    private final boolean summed;

    private final int block; // neurons at which input spikes arrive at the same time
    private final int[][] lastInput; // [block][input]
    private final float[][] sums;
    private final int[] tracedSteps;
    private final int[] lastOutput;
    private final int[] late;
    private final boolean[] isLate;
    private int lateCount;

    private final int[] all;
    private final int[] visited;
    private final float[] weights;
    private final float[] traces;
    private final float[] changes;
    private final float[] changesAtSpikes;
    private final float[] fast = new float[Tile.STEPS];
    private final int[] one = new int[1];
    private final UpdateStatistics statistics;

    private int now;
    private int began;
    long inputUpdates;
    long denseInputUpdates;
    long outputUpdates;
    long visitedUpdates;

    /** @param statistics hears of all changes; null if nobody wants to know */
    Plasticity(LearningRule rule, LifNetwork network, UpdateStatistics statistics) {
        this.statistics = statistics;
        this.rule = rule;
        this.synapses = network.synapses();
        double step = network.model().timing().stepSeconds();
        this.inputTable = rule.inputTrace(step);
        this.fastTable = rule.fastTrace(step);
        this.slowTable = rule.slowTrace(step);
        this.lateSteps = fastTable.length - 2;
        this.summed = rule.sumsInputs();
        int inputs = synapses.inputs();
        int neurons = synapses.neurons();
        boolean delayed = network.delays() != null;
        this.block = delayed ? synapses.partWidth() : neurons;
        int blocks = delayed ? synapses.parts() : 1;
        this.lastInput = new int[blocks][inputs];
        this.sums = new float[blocks][inputs];
        this.tracedSteps = new int[blocks];
        this.lastOutput = new int[neurons];
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(sums[b], summed ? 0f : 1f);
            Arrays.fill(lastInput[b], LONG_AGO);
        }
        Arrays.fill(lastOutput, LONG_AGO);
        this.late = new int[neurons];
        this.isLate = new boolean[neurons];
        this.all = new int[inputs];
        Arrays.setAll(all, i -> i);
        this.visited = new int[inputs];
        this.weights = new float[inputs];
        this.traces = new float[inputs];
        this.changes = new float[Math.max(inputs, Tile.STEPS)]; // by input, or by step at input spikes
        this.changesAtSpikes = new float[Tile.STEPS * inputs];
    }

    private static float at(float[] table, int steps) {
        return table[Math.min(steps, table.length - 1)];
    }

    /**
     * Input spikes arrive in some steps: their weights to neurons that fired lately change. Time is that of the last of these
     * steps afterwards.
     */
    void inputSpikes(InputSpikes spikes, int step, int count, Session session) {
        if (rule.learnsFromInputs()) {
            for (int k = 0; k < lateCount; k++) {
                SpikeTrain train = spikes.arriving(late[k] / block);
                learnFromInputs(late[k], train, step, count, session);
            }
            forgetOldOutputs();
        }
        now += count - 1;
    }

    /**
     * Input spikes leave their traces when somebody looks at them, many at once: up to a step of this presentation.
     *
     * @param b block at which they arrive
     */
    private void leaveTraces(int b, InputSpikes spikes, int endStep) {
        SpikeTrain train = spikes.arriving(b);
        int[] inputs = train.inputs();
        int[] steps = train.steps();
        int[] last = lastInput[b];
        float[] sum = sums[b];
        int end = train.starts()[endStep];
        for (int k = train.starts()[tracedSteps[b]]; k < end; k++) {
            int input = inputs[k];
            int time = began + steps[k];
            if (summed) {
                sum[input] = sum[input] * at(inputTable, time - last[input]) + 1f;
            }
            last[input] = time;
        }
        tracedSteps[b] = endStep;
    }

    /** A presentation is over; then nothing spikes for some steps. */
    void rest(InputSpikes inputs, int steps) {
        for (int b = 0; b < lastInput.length; b++) {
            leaveTraces(b, inputs, now - began);
        }
        advance(steps);
    }

    private void learnFromInputs(int neuron, SpikeTrain train, int step, int count, Session session) {
        int[] inputs = train.inputs();
        int[] steps = train.steps();
        int from = train.starts()[step];
        int to = train.starts()[step + count];
        inputUpdates += synapses.flags().plasticOfNeuron(neuron, inputs, from, to);
        for (int s = 0; s < count; s++) {
            fast[s] = at(fastTable, now + s - lastOutput[neuron]);
        }
        if (!rule.readsWeights()) {
            rule.inputSpikes(weights, fast, changes, count);
            if (statistics != null) {
                for (int k = from; k < to; k++) {
                    changesAtSpikes[k - from] = changes[steps[k] - step];
                }
                note(changesAtSpikes, to - from);
            }
            synapses.changeAtSpikes(neuron, train, from, to, changes, step, session);
            return;
        }
        for (int k = from; k < to; k++) {
            one[0] = inputs[k];
            synapses.read(neuron, one, 1, weights, session);
            traces[0] = fast[steps[k] - step];
            rule.inputSpikes(weights, traces, changes, 1);
            note(changes, 1);
            synapses.changeAtSpikes(neuron, train, k, k + 1, changes, steps[k], session);
        }
    }

    private void forgetOldOutputs() {
        int kept = 0;
        for (int k = 0; k < lateCount; k++) {
            int j = late[k];
            isLate[j] = now - lastOutput[j] <= lateSteps;
            late[kept] = j;
            kept += isLate[j] ? 1 : 0;
        }
        lateCount = kept;
    }

    /** Input spikes of a whole presentation, for the count of updates of a machine that does not know which neurons fired. */
    void countInputSpikes(int[] inputs, int count) {
        if (rule.learnsFromInputs()) {
            denseInputUpdates += synapses.flags().updates(inputs, count);
        }
    }

    /** A neuron fires. */
    void outputSpike(int neuron, InputSpikes inputs, Session session) {
        int b = neuron / block;
        leaveTraces(b, inputs, now - began + 1);
        int[] last = lastInput[b];
        int[] list = all;
        int count = all.length;
        if (rule.visits() == Visits.SPIKED) {
            list = inputs.spiking();
            count = inputs.spikingCount();
        } else if (rule.visits() == Visits.UNPAIRED) {
            list = visited;
            count = 0;
            for (int i = 0; i < last.length; i++) {
                visited[count] = i;
                count += last[i] > lastOutput[neuron] ? 1 : 0;
            }
        }
        float slow = at(slowTable, now - lastOutput[neuron]);
        boolean learns = slow != 0f || rule.learnsFromLoneSpikes();
        if (learns) {
            ask(neuron, list, count, slow, session);
        } else {
            Arrays.fill(changes, 0, count, 0f);
        }
        note(changes, count);
        synapses.change(neuron, list, learns ? count : 0, changes, session);
        outputUpdates += synapses.flags().plasticOfNeuron(neuron);
        visitedUpdates += synapses.flags().plasticOfNeuron(neuron, list, 0, count);
        lastOutput[neuron] = now;
        if (!isLate[neuron]) {
            isLate[neuron] = true;
            late[lateCount++] = neuron;
        }
    }

    /** Asks the rule for the changes at a spike of a neuron. */
    private void ask(int neuron, int[] list, int count, float slow, Session session) {
        int[] last = lastInput[neuron / block];
        float[] sum = sums[neuron / block];
        for (int k = 0; k < count; k++) {
            int i = list[k];
            traces[k] = sum[i] * at(inputTable, now - last[i]);
        }
        if (rule.readsWeights()) {
            synapses.read(neuron, list, count, weights, session);
        }
        rule.outputSpike(weights, traces, slow, changes, count);
    }

    /** Time goes on. */
    void advance(int steps) {
        now += steps;
    }

    /** A presentation begins. */
    void begin() {
        if (now > 1 << 29) {
            now -= 1 << 29;
            for (int[] last : lastInput) {
                shift(last);
            }
            shift(lastOutput);
        }
        began = now;
        Arrays.fill(tracedSteps, 0);
    }

    private static void shift(int[] times) {
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.max(LONG_AGO, times[i] - (1 << 29));
        }
    }

    private void note(float[] wanted, int count) {
        if (statistics != null) {
            statistics.add(wanted, count);
        }
    }
}
