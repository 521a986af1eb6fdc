package crosspike.experiment;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.InstrumentConfig;
import crosspike.instrument.Instrument;
import crosspike.instrument.InstrumentCrossbar;
import crosspike.instrument.Profile;
import crosspike.instrument.TransactionLog;
import crosspike.instrument.Window;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The instrument that a config describes, with the log it is driven under. */
final class ConfiguredInstrument {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
    private static final String OTHER_LOG =
            "another name in crossbar.instrument.log, or none for a name with date and time";

    private ConfiguredInstrument() {}

    /**
     * Connects, and switches outputs on.
     *
     * @param cells the model of the whole array
     */
    static InstrumentCrossbar of(ExperimentConfig config, DeviceCrossbar cells, Hardware hardware) {
        InstrumentConfig wanted = config.crossbar().instrument();
        Window window = wanted.window(cells.rows(), cells.columns());
        window.requireInside(cells.rows(), cells.columns()); // before anything is connected or written
        Profile profile = Profile.of(wanted.profile());
        Path log = log(wanted);
        Instrument instrument = Instrument.connect(
                wanted.address(),
                profile,
                cells.waveforms(),
                window.rows(),
                window.columns(),
                wanted.link(),
                TransactionLog.create(log, OTHER_LOG));
        return new InstrumentCrossbar(
                cells,
                instrument,
                window,
                config.programming().programming(),
                hardware == Hardware.ALLOWED,
                log.toString());
    }

    private static Path log(InstrumentConfig wanted) {
        return Path.of(
                wanted.log() != null
                        ? wanted.log()
                        : "instrument-" + LocalDateTime.now().format(TIME) + ".log");
    }
}
