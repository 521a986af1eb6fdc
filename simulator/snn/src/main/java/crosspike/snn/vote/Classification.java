package crosspike.snn.vote;

import crosspike.snn.dataset.ImageSet;

/**
 * What the votes made of the images of a test.
 *
 * @param images the images
 * @param classes {@code [image][vote]}: class of each image by each vote, as {@link Votes#classify} gives them
 */
public record Classification(ImageSet images, int[][] classes) {

    /** Class of each image by one vote. */
    public int[] by(Vote vote) {
        int[] predicted = new int[classes.length];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = classes[i][vote.ordinal()];
        }
        return predicted;
    }

    /** Images that a vote got right. */
    public int correct(Vote vote) {
        int correct = 0;
        for (int i = 0; i < classes.length; i++) {
            correct += classes[i][vote.ordinal()] == images.labels()[i] ? 1 : 0;
        }
        return correct;
    }

    /** Fraction of the images that a vote got right; NaN if there were none. */
    public double accuracy(Vote vote) {
        return classes.length == 0 ? Double.NaN : (double) correct(vote) / classes.length;
    }

    /** Images by {@code [true class][class by one vote]}. */
    public int[][] confusion(Vote vote) {
        int[][] confusion = new int[images.classes()][images.classes()];
        for (int i = 0; i < classes.length; i++) {
            confusion[images.labels()[i]][classes[i][vote.ordinal()]]++;
        }
        return confusion;
    }
}
