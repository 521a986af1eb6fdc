package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointTrainingTest {
    /** A search for a connectivity trains a run several times, of which the whole counts one. */
    @Test
    void progressNeverRunsBackwards() {
        List<Long> told = new ArrayList<>();
        JointTraining training = new JointTraining("ablation", 200, new Progress() {
            @Override
            public void start(String phase, long total) {
                assertEquals(200, total);
            }

            @Override
            public void at(long done, double runningAccuracy) {
                told.add(done);
            }

            @Override
            public void end() {}
        });
        Progress first = training.part();
        for (String phase : List.of("training", "training", "labelling")) {
            first.start(phase, 100);
            first.at(50, 0.5);
            first.at(100, 0.5);
            first.end();
        }
        Progress second = training.part();
        second.start("training", 100);
        second.at(100, 0.5);
        assertEquals(List.of(50L, 100L, 200L), told);
    }
}
