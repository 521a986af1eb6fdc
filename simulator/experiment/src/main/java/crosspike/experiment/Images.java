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
        Dataset data = withHeldOut(all, wanted.heldOut());
        ImageSet training = take(data.training(), wanted.training(), "data.training");
        Integer labelling = wanted.labelling();
        return new Images(
                training,
                take(data.training(), labelling != null ? labelling : training.size(), "data.labelling"),
                take(data.test(), wanted.test(), "data.test"));
    }

    private static Dataset withHeldOut(Dataset all, Integer heldOut) {
        if (heldOut == null) return all;
        int images = all.training().size();
        if (heldOut < images) return all.holdingOut(heldOut);
        throw new UserError("data.held_out is " + heldOut + ", but "
                + all.training().name() + " has " + images + " images; expected fewer than that");
    }

    private static ImageSet take(ImageSet all, Integer wanted, String key) {
        if (wanted != null && wanted > all.size()) {
            throw new UserError(key + " is " + wanted + ", but " + all.name() + " has " + all.size()
                    + " images; expected at most that many");
        }
        return wanted == null ? all : all.first(wanted);
    }
}
