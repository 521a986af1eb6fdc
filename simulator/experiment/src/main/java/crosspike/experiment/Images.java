package crosspike.experiment;

import crosspike.experiment.config.DataConfig;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;

/**
 * The images of a data set that a config takes.
 *
 * @param training to learn from
 * @param labelling to label the neurons with; the first of the training images
 * @param test to be tested on; training images nobody learns from if {@code data.held_out} says so
 */
record Images(ImageSet training, ImageSet labelling, ImageSet test) {

    /** @throws UserError if the data set has not as many */
    static Images of(DataConfig wanted, Dataset all) {
        requireFewer(wanted.heldOut(), all.training());
        require(wanted.training(), "data.training", wanted.heldOut(), all.training());
        require(wanted.labelling(), "data.labelling", wanted.heldOut(), all.training());
        requireTest(wanted, all.test());
        Dataset data = wanted.heldOut() == null ? all : all.holdingOut(wanted.heldOut());
        ImageSet training = take(data.training(), wanted.training());
        Integer labelling = wanted.labelling();
        return new Images(
                training,
                take(data.training(), labelling != null ? labelling : training.size()),
                take(data.test(), wanted.test()));
    }

    private static void requireFewer(Integer heldOut, ImageSet all) {
        if (heldOut != null && heldOut >= all.size()) {
            throw new UserError("data.held_out is " + heldOut + ", but " + all.name() + " has " + all.size()
                    + " images; expected fewer than that");
        }
    }

    private static void require(Integer wanted, String key, Integer heldOut, ImageSet all) {
        int left = all.size() - (heldOut == null ? 0 : heldOut);
        if (wanted == null || wanted <= left) return;
        throw new UserError(
                heldOut == null
                        ? tooMany(key, wanted, all)
                        : key + " is " + wanted + ", but " + left + " of the " + all.size() + " images of " + all.name()
                                + " are left beside data.held_out " + heldOut
                                + "; expected at most that many, or a smaller data.held_out");
    }

    private static void requireTest(DataConfig wanted, ImageSet all) {
        Integer heldOut = wanted.heldOut();
        if (wanted.test() == null || wanted.test() <= (heldOut == null ? all.size() : heldOut)) return;
        throw new UserError(
                heldOut == null
                        ? tooMany("data.test", wanted.test(), all)
                        : "data.test is " + wanted.test() + ", but data.held_out keeps back " + heldOut
                                + " images to be tested on; expected at most that many, or a larger data.held_out");
    }

    private static String tooMany(String key, int wanted, ImageSet all) {
        return key + " is " + wanted + ", but " + all.name() + " has " + all.size()
                + " images; expected at most that many";
    }

    private static ImageSet take(ImageSet all, Integer wanted) {
        return wanted == null ? all : all.first(wanted);
    }
}
