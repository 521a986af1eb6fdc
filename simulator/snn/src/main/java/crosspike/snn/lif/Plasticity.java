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

    private static final int[] ZERO_TO_ONE = {0, 1};

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
    private final float[] fast = new float[Tile.STEPS];
    private final int[] one = new int[1];
    private final UpdateStatistics statistics;

    private int now;
    private int began;
    private int tracedSteps;
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
    }

    private static float at(float[] table, int steps) {
        return table[Math.min(steps, table.length - 1)];
    }

    /**
     * Inputs spike in some steps: first their weights to neurons that fired lately change, Time is
     * that of the last of these steps afterwards.
     *
     * @param starts index into {@code inputs} of the first in each step
     */
    void inputSpikes(int[] inputs, int[] starts, int step, int count, Session session) {
        if (rule.learnsFromInputs()) {
            for (int k = 0; k < lateCount; k++) {
                learnFromInputs(late[k], inputs, starts, step, count, session);
            }
            forgetOldOutputs();
        }
        now += count - 1;
    }

    /** Input spikes leave their traces when somebody looks at them, many at once: up to a step of this presentation. */
    private void leaveTraces(InputSpikes spikes, int endStep) {
        int[] inputs = spikes.inputs();
        int[] starts = spikes.starts();
        for (int s = tracedSteps; s < endStep; s++) {
            int time = began + s;
            int end = starts[s + 1];
            if (summed) {
                for (int k = starts[s]; k < end; k++) {
                    int input = inputs[k];
                    sums[input] = sums[input] * at(inputTable, time - lastInput[input]) + 1f;
                    lastInput[input] = time;
                }
            } else {
                for (int k = starts[s]; k < end; k++) {
                    lastInput[inputs[k]] = time;
                }
            }
        }
        tracedSteps = endStep;
    }

    /** A presentation is over; then nothing spikes for some steps. */
    void rest(InputSpikes inputs, int steps) {
        leaveTraces(inputs, now - began);
        advance(steps);
    }

    private void learnFromInputs(int neuron, int[] inputs, int[] starts, int step, int count, Session session) {
        inputUpdates += starts[step + count] - starts[step];
        for (int s = 0; s < count; s++) {
            fast[s] = at(fastTable, now + s - lastOutput[neuron]);
        }
        if (!rule.readsWeights()) {
            rule.inputSpikes(weights, fast, changes, count);
            for (int s = 0; statistics != null && s < count; s++) {
                statistics.add(changes[s], starts[step + s + 1] - starts[step + s]);
            }
            synapses.changeAtSpikes(neuron, inputs, starts, step, count, changes, session);
            return;
        }
        for (int s = 0; s < count; s++) {
            for (int k = starts[step + s]; k < starts[step + s + 1]; k++) {
                one[0] = inputs[k];
                synapses.read(neuron, one, 1, weights, session);
                traces[0] = fast[s];
                rule.inputSpikes(weights, traces, changes, 1);
                note(changes, 1);
                synapses.changeAtSpikes(neuron, one, ZERO_TO_ONE, 0, 1, changes, session);
            }
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
        leaveTraces(inputs, now - began + 1);
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
        note(changes, count);
        synapses.change(neuron, list, count, changes, session);
        outputUpdates += synapses.flags().plasticOfNeuron(neuron);
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
    }

    /** A presentation begins. */
    void begin() {
        if (now > 1 << 29) {
            now -= 1 << 29;
            shift(lastInput);
            shift(lastOutput);
        }
        began = now;
        tracedSteps = 0;
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
