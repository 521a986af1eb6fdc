package crosspike.snn.vote;

import java.util.Arrays;

/**
 * Accuracy while training, for people who watch: neurons are labelled by their own recent spikes, each image is classified
 * by the Z vote before its label is taken in. Nothing of it reaches the learning rule.
 */
public final class RunningVote {
    /** Images over which the accuracy is averaged, and after which old spikes count half. */
    private static final int MEMORY = 1_000;

    private final double[][] counts;
    private final double[] sums;
    private final double[] score;
    private final boolean[] correct = new boolean[MEMORY];
    private long images;
    private int correctSum;

    public RunningVote(int neurons, int classes) {
        counts = new double[neurons][classes];
        sums = new double[neurons];
        score = new double[classes];
    }

    /** Takes in how often each neuron fired at one image. */
    public void image(int[] spikes, int label) {
        int count = 0;
        for (int spike : spikes) {
            count += spike;
        }
        int[] winners = new int[count];
        int next = 0;
        for (int k = 0; k < spikes.length; k++) {
            for (int s = 0; s < spikes[k]; s++) {
                winners[next++] = k;
            }
        }
        image(winners, count, label);
    }

    /** Takes in the winners of one image. */
    public void image(int[] winners, int count, int label) {
        Arrays.fill(score, 0);
        for (int i = 0; i < count; i++) {
            int k = winners[i];
            for (int j = 0; j < score.length && sums[k] > 0; j++) {
                score[j] += counts[k][j] / sums[k];
            }
        }
        int best = -1; // none until neurons fire that have fired before
        double most = 0;
        for (int j = 0; j < score.length; j++) {
            if (score[j] > most) {
                most = score[j];
                best = j;
            }
        }
        remember(best == label);
        for (int i = 0; i < count; i++) {
            counts[winners[i]][label]++;
            sums[winners[i]]++;
        }
    }

    /** Fraction of the latest images that were classified correctly; NaN before the first. */
    public double accuracy() {
        return images == 0 ? Double.NaN : (double) correctSum / Math.min(images, MEMORY);
    }

    private void remember(boolean hit) {
        int slot = (int) (images % MEMORY);
        correctSum += (hit ? 1 : 0) - (images >= MEMORY && correct[slot] ? 1 : 0);
        correct[slot] = hit;
        if (++images % MEMORY == 0) {
            forgetHalf();
        }
    }

    private void forgetHalf() {
        for (int k = 0; k < counts.length; k++) {
            sums[k] /= 2;
            for (int j = 0; j < counts[k].length; j++) {
                counts[k][j] /= 2;
            }
        }
    }
}
