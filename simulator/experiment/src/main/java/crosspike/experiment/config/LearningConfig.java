package crosspike.experiment.config;

import crosspike.input.UserError;
import java.util.Locale;

/** Learning rule and length of training of one kind of network. */
public sealed interface LearningConfig permits Shi2019Learning, DiehlCookLearning {

    /** Passes over the training images; 0 for a network that stays as it begins. */
    double epochs();

    /**
     * Images that are shown in all epochs.
     *
     * @param trainingImages of the training set
     * @throws UserError if epochs are meant, but are so short that no image is shown
     */
    default long images(int trainingImages) {
        long images = Math.round(epochs() * trainingImages);
        if (images == 0 && epochs() > 0) {
            throw new UserError(String.format(
                    Locale.ROOT,
                    "learning.epochs is %s, less than one of the %d training images; expected at least %.2g, or 0 to train"
                            + " nothing",
                    epochs(),
                    trainingImages,
                    1.0 / trainingImages));
        }
        return images;
    }

    /** The same for another length of training. */
    LearningConfig withEpochs(double otherEpochs);

    /** The same with what it names in files written out. */
    LearningConfig resolved();
}
