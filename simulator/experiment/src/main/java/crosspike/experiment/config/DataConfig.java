package crosspike.experiment.config;

import crosspike.input.Key;

/**
 * Images to learn from and to be tested on.
 *
 * @param set name of a data set
 * @param training images to learn from
 * @param labelling images to label the neurons with
 * @param test images to be tested on
 * @param heldOut training images that are kept back and tested on instead of the test images; null: none
 */
public record DataConfig(
        @Key(
                doc = "Data set; `crosspike data list` names them, `crosspike data add` adds your own.",
                defaultValue = "digits")
        String set,

        @Key(doc = "Training images, from the first; absent: all.", optional = true, min = 1, max = 1e9)
        Integer training,

        @Key(
                doc = "Training images to label the neurons with; absent: as many as for training.",
                optional = true,
                min = 1,
                max = 1e9)
        Integer labelling,

        @Key(doc = "Test images, from the first; absent: all.", optional = true, min = 1, max = 1e9)
        Integer test,

        @Key(
                doc =
                        "Training images, from the last, that are kept back and tested on instead of the test images: to choose"
                                + " settings by. Absent: none.",
                optional = true,
                min = 1,
                max = 1e9)
        Integer heldOut) {

    /**
     * Images to learn from.
     *
     * @param available training images of the data set
     */
    public int trainingImages(int available) {
        return training != null ? training : available - (heldOut == null ? 0 : heldOut);
    }

    /**
     * Images to be tested on.
     *
     * @param available test images of the data set
     */
    public int testImages(int available) {
        if (test != null) return test;
        return heldOut != null ? heldOut : available;
    }
}
