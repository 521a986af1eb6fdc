package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.snn.lif.learning.LearningRule;
import crosspike.snn.lif.learning.Visits;
import java.util.Arrays;

/**
 * Learning in progress: remembers the latest spikes of inputs and neurons, from which traces follow by tables, and asks the
 * rule for changes. Traces beyond the table are 0.
 */
final class Plasticity {
    /** Traces are 0 after so many time constants: e^−20 = 2e-9. */
    private static final int TABLE_TIME_CONSTANTS = 20;
    /** Input spikes change the weights of neurons whose latest spike is no older: e^−7 = 9e-4. */
    private static final int LATE_TIME_CONSTANTS = 7;

    private static final int LONG_AGO = -(1 << 30);

    private final LearningRule rule;
    private final Synapses synapses;
    private final float[] inputTable;
    private final float[] fastTable;
    private final float[] slowTable;
    private final int lateSteps;
    private final boolean summed;

    private final int[] lastInput;
    private final float[] sums;
    private final int[] lastOutput;
    private final int[] late;
    private final boolean[] isLate;
    private int lateCount;

    private final int[] all;
    private final int[] visited;
    private final float[] weights;
    private final float[] traces;
    private final float[] changes;
    private final float[] fast;
    private final float[] rowWeights;
    private final float[] rowChanges;
    private final UpdateStatistics statistics = new UpdateStatistics();

    private int now;
    long inputUpdates;
    long outputUpdates;
    long visitedUpdates;

    Plasticity(LearningRule rule, LifModel model, Synapses synapses) {
        this.rule = rule;
        this.synapses = synapses;
        double step = model.timing().stepSeconds();
        this.inputTable = table(rule.traces().inputSeconds(), step);
        this.fastTable = table(rule.traces().fastSeconds(), step);
        this.slowTable = table(rule.traces().slowSeconds(), step);
        this.lateSteps = (int) (LATE_TIME_CONSTANTS * rule.traces().fastSeconds() / step);
        this.summed = rule.traces().summed();
        int inputs = synapses.inputs();
        int neurons = synapses.neurons();
        this.lastInput = new int[inputs];
        this.sums = new float[inputs];
        this.lastOutput = new int[neurons];
        Arrays.fill(lastInput, LONG_AGO);
        Arrays.fill(lastOutput, LONG_AGO);
        this.late = new int[neurons];
        this.isLate = new boolean[neurons];
        this.all = new int[inputs];
        Arrays.setAll(all, i -> i);
        this.visited = new int[inputs];
        this.weights = new float[inputs];
        this.traces = new float[inputs];
        this.changes = new float[inputs];
        this.fast = new float[neurons];
        this.rowWeights = new float[neurons];
        this.rowChanges = new float[neurons];
    }

    private static float[] table(double seconds, double step) {
        float[] table = new float[(int) (TABLE_TIME_CONSTANTS * seconds / step) + 2];
        for (int k = 0; k < table.length - 1; k++) {
            table[k] = (float) StrictMath.exp(-k * step / seconds);
        }
        return table; // the last is 0
    }

    private static float at(float[] table, int steps) {
        return table[Math.min(steps, table.length - 1)];
    }

    /** Inputs spike: first their weights to neurons that fired lately change, then they leave a trace. */
    void inputSpikes(int[] inputs, int from, int to, Session session) {
        if (rule.learnsFromInputs() && from < to) {
            forgetOldOutputs();
            for (int k = from; k < to && lateCount > 0; k++) {
                int input = inputs[k];
                if (rule.readsWeights()) {
                    synapses.readRow(input, late, lateCount, rowWeights, session);
                }
                rule.inputSpike(rowWeights, fast, rowChanges, lateCount);
                statistics.add(rowChanges, lateCount);
                synapses.changeRow(input, late, lateCount, rowChanges, session);
                inputUpdates += lateCount;
            }
        }
        for (int k = from; k < to; k++) {
            int input = inputs[k];
            sums[input] = summed ? sums[input] * at(inputTable, now - lastInput[input]) + 1f : 1f;
            lastInput[input] = now;
        }
    }

    private void forgetOldOutputs() {
        int kept = 0;
        for (int k = 0; k < lateCount; k++) {
            int j = late[k];
            int age = now - lastOutput[j];
            if (age <= lateSteps) {
                late[kept] = j;
                fast[kept++] = at(fastTable, age);
            } else {
                isLate[j] = false;
            }
        }
        lateCount = kept;
    }

    /** A neuron fires. */
    void outputSpike(int neuron, InputSpikes inputs, Session session) {
        int[] list = all;
        int count = all.length;
        if (rule.visits() == Visits.SPIKED) {
            list = inputs.spiking();
            count = inputs.spikingCount();
        } else if (rule.visits() == Visits.UNPAIRED) {
            list = visited;
            count = 0;
            for (int i = 0; i < lastInput.length; i++) {
                visited[count] = i;
                count += lastInput[i] > lastOutput[neuron] ? 1 : 0;
            }
        }
        for (int k = 0; k < count; k++) {
            int i = list[k];
            traces[k] = sums[i] * at(inputTable, now - lastInput[i]);
        }
        if (rule.readsWeights()) {
            synapses.read(neuron, list, count, weights, session);
        }
        float slow = at(slowTable, now - lastOutput[neuron]);
        rule.outputSpike(weights, traces, slow, changes, count);
        statistics.add(changes, count);
        synapses.change(neuron, list, count, changes, session);
        outputUpdates += synapses.plasticOfNeuron(neuron);
        visitedUpdates += count;
        lastOutput[neuron] = now;
        if (!isLate[neuron]) {
            isLate[neuron] = true;
            late[lateCount++] = neuron;
        }
    }

    /** Time goes on. */
    void advance(int steps) {
        now += steps;
        if (now > 1 << 29) {
            now -= 1 << 29;
            shift(lastInput);
            shift(lastOutput);
        }
    }

    private static void shift(int[] times) {
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.max(LONG_AGO, times[i] - (1 << 29));
        }
    }

    UpdateStatistics statistics() {
        return statistics;
    }
}
