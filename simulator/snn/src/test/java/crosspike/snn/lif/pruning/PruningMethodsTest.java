package crosspike.snn.lif.pruning;

import static crosspike.snn.lif.pruning.Layers.batch;
import static crosspike.snn.lif.pruning.Layers.left;
import static crosspike.snn.lif.pruning.Layers.ramp;
import static crosspike.snn.lif.pruning.Layers.session;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Synapses;
import crosspike.snn.lif.pruning.Growth.Function;
import org.junit.jupiter.api.Test;

class PruningMethodsTest {
    private static final double ROUNDING = 1e-9;
    private static final Growth BY_HALVES = new Growth(Function.EXPONENTIAL, 1.5);
    private static final Times FROM_10000 = new Times(10_000, false);

    private static ThresholdPruning thresholds(double first, Growth time, Growth neurons, Fate fate) {
        return new ThresholdPruning(first, time, neurons, 30, 0.9, FROM_10000, fate);
    }

    @Test
    void groups_begin_where_spike_counts_exceed_the_interval_and_rank_from_few_to_many() {
        // sorted: 10 39 | 40 69 | 200
        assertArrayEquals(new int[] {1, 0, 2, 0, 1}, SpikeGroups.of(new long[] {69, 10, 200, 39, 40}, 30));
    }

    @Test
    void constant_pruning_removes_what_is_below_one_threshold_from_the_first_image_on() {
        Synapses layer = ramp(1);
        Compression pruning =
                thresholds(0.2, Growth.NONE, Growth.NONE, Fate.REMOVED).begin();
        pruning.after(batch(1, 4, 7), layer, session());
        assertEquals(100, left(layer, 0));
        pruning.after(batch(2, 4, 7), layer, session());
        assertEquals(80, left(layer, 0));
        pruning.after(batch(3, 4, 7), layer, session());
        assertEquals(80, left(layer, 0));
    }

    @Test
    void thresholds_over_time_grow_from_pruning_to_pruning() {
        Synapses layer = ramp(1);
        Compression pruning =
                thresholds(0.2, BY_HALVES, Growth.NONE, Fate.REMOVED).begin();
        pruning.after(batch(2, 5, 7), layer, session());
        assertEquals(80, left(layer, 0));
        pruning.after(batch(3, 5, 7), layer, session());
        assertEquals(70, left(layer, 0));
        pruning.after(batch(4, 5, 7), layer, session());
        assertEquals(55, left(layer, 0));
    }

    @Test
    void nothing_is_pruned_after_the_last_image_unless_wanted() {
        Synapses layer = ramp(1);
        thresholds(0.2, Growth.NONE, Growth.NONE, Fate.REMOVED).begin().after(batch(4, 4, 7), layer, session());
        assertEquals(100, left(layer, 0));
        new ThresholdPruning(0.2, Growth.NONE, Growth.NONE, 30, 0.9, new Times(10_000, true), Fate.REMOVED)
                .begin()
                .after(batch(4, 4, 7), layer, session());
        assertEquals(80, left(layer, 0));
    }

    @Test
    void strong_neurons_have_higher_thresholds_than_weak_ones() {
        Synapses layer = ramp(3);
        thresholds(0.2, Growth.NONE, BY_HALVES, Fate.REMOVED).begin().after(batch(2, 4, 100, 10, 50), layer, session());
        assertEquals(80, left(layer, 1));
        assertEquals(70, left(layer, 2));
        assertEquals(55, left(layer, 0));
    }

    @Test
    void growth_over_neurons_starts_from_what_growth_over_time_has_reached() {
        double[] thresholds =
                thresholds(0.1, BY_HALVES, BY_HALVES, Fate.REMOVED).thresholds(2, new long[] {1, 50, 90});
        assertArrayEquals(new double[] {0.225, 0.3375, 0.50625}, thresholds, ROUNDING);
    }

    @Test
    void no_threshold_exceeds_the_highest() {
        assertArrayEquals(
                new double[] {0.9},
                thresholds(0.8, BY_HALVES, Growth.NONE, Fate.REMOVED).thresholds(3, new long[] {1}),
                ROUNDING);
    }

    @Test
    void removed_synapses_are_zero_and_frozen_ones_keep_their_weight() {
        Synapses removed = ramp(1);
        thresholds(0.2, Growth.NONE, Growth.NONE, Fate.REMOVED).begin().after(batch(2, 4, 7), removed, session());
        assertEquals(0f, removed.weights()[19][0]);
        Synapses soft = ramp(1);
        thresholds(0.2, Growth.NONE, Growth.NONE, Fate.FROZEN).begin().after(batch(2, 4, 7), soft, session());
        assertEquals(0.195f, soft.weights()[19][0]);
        assertTrue(soft.flags().frozen()[19][0]);
        assertEquals(80, soft.flags().plasticOfNeuron(0));
        assertEquals(100, left(soft, 0));
    }

    @Test
    void one_method_begins_anew_for_each_training() {
        PruningMethod method = thresholds(0.2, BY_HALVES, Growth.NONE, Fate.REMOVED);
        method.begin().after(batch(2, 5, 7), ramp(1), session());
        Synapses second = ramp(1);
        method.begin().after(batch(2, 5, 7), second, session());
        assertEquals(80, left(second, 0));
    }

    @Test
    void neurons_that_fire_least_are_removed_whole_and_shares_add_up() {
        Synapses layer = ramp(4);
        Compression pruning = new NeuronPruning(0.375, FROM_10000).begin(); // 1.5, then 3 of 4 neurons
        pruning.after(batch(2, 4, 5, 1, 9, 3), layer, session());
        pruning.after(batch(3, 4, 0, 0, 9, 3), layer, session());
        assertEquals(0, left(layer, 1));
        assertEquals(0, left(layer, 3));
        assertEquals(0, left(layer, 0));
        assertEquals(100, left(layer, 2));
    }

    @Test
    void when_all_neurons_are_gone_nothing_more_happens() {
        Synapses layer = ramp(4);
        Compression pruning = new NeuronPruning(0.6, FROM_10000).begin();
        for (int number = 2; number <= 5; number++) {
            pruning.after(batch(number, 6, 5, 1, 9, 3), layer, session());
        }
        assertEquals(0, left(layer, 2));
    }

    @Test
    void each_neuron_is_pruned_once_when_it_is_developed() {
        Synapses layer = ramp(2);
        Compression pruning = new DevelopedPruning(0.25, 100, Fate.REMOVED).begin();
        pruning.after(batch(1, 4, 120, 60), layer, session());
        assertEquals(25, left(layer, 0));
        assertEquals(100, left(layer, 1));
        pruning.after(batch(2, 4, 500, 60), layer, session());
        assertEquals(25, left(layer, 0));
        assertEquals(25, left(layer, 1));
    }
}
