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
    private final UpdateStatistics statistics;

    private int now;
    long inputUpdates;
    long denseInputUpdates;
    long outputUpdates;
    long visitedUpdates;

    /** @param statistics hears of all changes; null if nobody wants to know */
    Plasticity(LearningRule rule, LifModel model, Synapses synapses, UpdateStatistics statistics) {
        this.statistics = statistics;
        this.rule = rule;
        this.synapses = synapses;
        double step = model.timing().stepSeconds();
        this.inputTable = rule.inputTrace(step);
        this.fastTable = rule.fastTrace(step);
        this.slowTable = rule.slowTrace(step);
        this.lateSteps = fastTable.length - 2;
        this.summed = rule.sumsInputs();
        int inputs = synapses.inputs();
        int neurons = synapses.neurons();
        this.lastInput = new int[inputs];
        this.sums = new float[inputs];
        this.lastOutput = new int[neurons];
        Arrays.fill(sums, summed ? 0f : 1f);
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

    private static float at(float[] table, int steps) {
        return table[Math.min(steps, table.length - 1)];
    }

    /** Inputs spike: first their weights to neurons that fired lately change, then they leave a trace. */
    void inputSpikes(int[] inputs, int from, int to, Session session) {
        if (rule.learnsFromInputs() && from < to) {
            forgetOldOutputs();
            if (lateCount > 0) {
                learnFromInputs(inputs, from, to, session);
            }
        }
        for (int k = from; k < to; k++) {
            int input = inputs[k];
            sums[input] = summed ? sums[input] * at(inputTable, now - lastInput[input]) + 1f : 1f;
            lastInput[input] = now;
        }
    }

    private void learnFromInputs(int[] inputs, int from, int to, Session session) {
        inputUpdates += (long) lateCount * (to - from);
        if (!rule.readsWeights()) {
            rule.inputSpike(rowWeights, fast, rowChanges, lateCount);
            note(rowChanges, lateCount, to - from);
            synapses.changeRows(inputs, from, to, late, lateCount, rowChanges, session);
            return;
        }
        for (int k = from; k < to; k++) {
            synapses.readRow(inputs[k], late, lateCount, rowWeights, session);
            rule.inputSpike(rowWeights, fast, rowChanges, lateCount);
            note(rowChanges, lateCount, 1);
            synapses.changeRows(inputs, k, k + 1, late, lateCount, rowChanges, session);
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

    /** Input spikes of a whole presentation, for the count of updates of a machine that does not know which neurons fired. */
    void countInputSpikes(int[] inputs, int count) {
        if (rule.learnsFromInputs()) {
            denseInputUpdates += synapses.updates(inputs, count);
        }
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
        note(changes, count, 1);
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

    private void note(float[] wanted, int count, int times) {
        if (statistics != null) {
            statistics.add(wanted, count, times);
        }
    }
}
