package crosspike.experiment;

import crosspike.crossbar.Session;
import crosspike.experiment.run.RasterSpike;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.wta.Presenter;
import crosspike.snn.wta.Schedule;
import crosspike.snn.wta.WtaNetwork;
import java.util.ArrayList;
import java.util.List;

/** Who spiked when, for a few images. */
final class Rasters {
    private Rasters() {}

    /**
     * Shows each image once more; what it costs is not counted.
     *
     * @param images whose spikes to keep
     * @param spikes draws of image i from stream i: the same as in the test give the same spikes, unless reads are noisy
     * @param noise device noise of image i from stream i
     * @return image by image: its output spikes in time order, then its input spikes row by row
     */
    static List<RasterSpike> of(WtaNetwork network, Schedule schedule, ImageSet images, Streams spikes, Streams noise) {
        List<RasterSpike> raster = new ArrayList<>();
        Presenter presenter = new Presenter(network, schedule);
        for (int i = 0; i < images.size(); i++) {
            int label = images.labels()[i];
            presenter.show(images.pixels()[i], spikes.stream(i), new Session(noise.stream(i)));
            while (presenter.spikes()) {
                raster.add(new RasterSpike(i, label, RasterSpike.OUTPUT, presenter.winner(), presenter.step()));
            }
            for (int row = 0; row < network.rowPixels().length; row++) {
                for (int step = 0; step < schedule.totalMs(); step++) {
                    if (presenter.inputSpikesAt(row, step)) {
                        raster.add(new RasterSpike(i, label, RasterSpike.INPUT, row, step));
                    }
                }
            }
        }
        return raster;
    }
}
