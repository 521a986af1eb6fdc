package crosspike.snn.lif;

/** How often neurons fired at images of each class. */
public final class ResponseCounts {
    private final long[][] spikes;
    private final long[] images;

    public ResponseCounts(int neurons, int classes) {
        this.spikes = new long[neurons][classes];
        this.images = new long[classes];
    }

    /** Takes in one image. */
    public void add(int label, int[] counts) {
        images[label]++;
        for (int j = 0; j < counts.length; j++) {
            spikes[j][label] += counts[j];
        }
    }

    /** A copy: {@code [neuron][class]}. */
    public long[][] spikes() {
        long[][] copy = new long[spikes.length][];
        for (int j = 0; j < copy.length; j++) {
            copy[j] = spikes[j].clone();
        }
        return copy;
    }

    /** Images of each class. */
    public long[] images() {
        return images.clone();
    }

    /** The class of each neuron: that with most spikes for each image, the lowest of equals; −1 for a silent neuron. */
    public int[] labels() {
        int[] labels = new int[spikes.length];
        for (int j = 0; j < labels.length; j++) {
            labels[j] = -1;
            double most = 0;
            for (int c = 0; c < images.length; c++) {
                double mean = images[c] == 0 ? 0 : (double) spikes[j][c] / images[c];
                if (mean > most) {
                    most = mean;
                    labels[j] = c;
                }
            }
        }
        return labels;
    }
}
