package crosspike.report;

import crosspike.device.calibration.DeviceFit;
import crosspike.device.calibration.PulseTrace;
import crosspike.device.library.DeviceSheet;
import crosspike.device.measured.Measurement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plots of devices for papers, as PNG and SVG. */
public final class DevicePlots {
    private DevicePlots() {}

    /**
     * Draws a fitted device: its curves with the fit, its steps, and its devices if there are several.
     *
     * @param folder gets {@code fit.png}, {@code steps.png}, {@code devices.png} and the same as SVG
     * @return the files
     */
    public static List<Path> write(DeviceFit fit, Path folder) {
        List<Figure> figures = new ArrayList<>(List.of(FitPlot.figure(fit), StepPlot.figure(fit)));
        if (fit.traces().stream().map(trace -> trace.device()).distinct().count() > 1) {
            figures.add(DeviceSpreadPlot.figure(fit));
        }
        return new OutputFolder(folder).write(figures);
    }

    /** Draws the pulse curves of a data sheet with cycles that its cycle-to-cycle variation makes. */
    public static List<Path> write(DeviceSheet sheet, Path folder) {
        return new OutputFolder(folder).write(List.of(PulseCurvePlot.figure(sheet)));
    }

    /** Draws a measurement of any kind. */
    public static List<Path> write(Measurement data, Path folder) {
        return new OutputFolder(folder)
                .write(List.of(
                        switch (data.kind()) {
                            case PULSE_TRAIN -> PulseTrainPlot.figure(PulseTrace.of(data));
                            case RETENTION -> RetentionPlot.figure(data);
                            case ENDURANCE -> EndurancePlot.figure(data);
                            case LEVEL_PROGRAM -> LevelDistributionPlot.figure(data);
                            case IV -> SweepCurvePlot.figure(data);
                            case STDP -> SpikeTimingPlot.figure(data);
                        }));
    }
}
