package crosspike.experiment.sweep;

import crosspike.experiment.Experiment;
import crosspike.experiment.config.DataConfig;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Whether there are the images that trainings take; each choice of images is looked at once. */
final class ImageCheck {
    private final Function<String, Dataset> datasets;
    private final Map<DataConfig, String> mistakes = new HashMap<>();

    /** @param datasets data sets by name, each read once */
    ImageCheck(Function<String, Dataset> datasets) {
        this.datasets = datasets;
    }

    /**
     * What is wrong with a choice of images; empty if nothing is.
     *
     * @throws UserError if it is the first and its data set is not there, which stops a sweep before it begins
     */
    String mistake(DataConfig wanted) {
        if (mistakes.isEmpty()) datasets.apply(wanted.set());
        return mistakes.computeIfAbsent(wanted, this::found);
    }

    private String found(DataConfig wanted) {
        try {
            Experiment.requireImages(wanted, datasets.apply(wanted.set()));
            return "";
        } catch (UserError e) {
            return e.getMessage();
        }
    }
}
