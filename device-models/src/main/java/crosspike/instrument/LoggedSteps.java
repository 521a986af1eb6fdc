package crosspike.instrument;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.device.ConductanceRange;
import crosspike.device.Pulse;
import crosspike.device.Waveforms;
import crosspike.device.calibration.PulseStep;
import crosspike.input.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What pulses did to cells, as a log has it.
 *
 * @param range conductances of the model that the array was driven with
 * @param waveforms pulses that were applied
 * @param steps one for each cell and train, in order
 */
public record LoggedSteps(ConductanceRange range, Waveforms waveforms, List<PulseStep> steps) {
    private static final String DEVICE = "device ";

    public LoggedSteps {
        steps = List.copyOf(steps);
    }

    /** Writes down what the steps of a log are about. */
    static void describe(DeviceCrossbar model, Window window, TransactionLog log) {
        log.write(
                TransactionLog.ABOUT,
                "rows " + window.firstRow() + " " + window.rows() + " columns " + window.firstColumn() + " "
                        + window.columns());
        StringBuilder text = new StringBuilder(DEVICE);
        ConductanceRange range = model.response().range();
        text.append(ScpiNumber.text(range.minSiemens())).append(' ').append(ScpiNumber.text(range.maxSiemens()));
        Waveforms waveforms = model.waveforms();
        for (Pulse pulse : List.of(waveforms.read(), waveforms.potentiation(), waveforms.depression())) {
            text.append(' ')
                    .append(ScpiNumber.text(pulse.volts()))
                    .append(' ')
                    .append(ScpiNumber.text(pulse.seconds()));
        }
        log.write(TransactionLog.ABOUT, text.toString());
    }

    /** Whether a file is a log of an instrument; a pipe is none, for what was read of it would be lost to who reads it next. */
    public static boolean isLog(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return TransactionLog.HEADER.equals(lines.readLine());
        } catch (IOException notReadable) {
            return false;
        }
    }

    /**
     * Reads a log. A last line that was cut, as when the program was killed, is left out.
     *
     * @throws UserError if it is damaged, or no cell was pulsed
     */
    public static LoggedSteps read(Path file) {
        ConductanceRange range = null;
        Waveforms waveforms = null;
        List<PulseStep> steps = new ArrayList<>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            boolean isCut = !endsWithLineFeed(file);
            String following = lines.readLine();
            while (following != null) {
                String line = following;
                following = lines.readLine();
                number++;
                if (following == null && isCut) {
                    break;
                }
                if (number == 1) {
                    continue;
                }
                if (!TransactionLog.isWhole(line)) {
                    throw new IllegalArgumentException(line);
                }
                String rest = line.substring(line.indexOf(' ') + 1);
                if (rest.startsWith(TransactionLog.ABOUT + " " + DEVICE)) {
                    double[] values = numbers(rest.substring(2 + DEVICE.length()), " ", 8);
                    range = new ConductanceRange((float) values[0], (float) values[1]);
                    waveforms = new Waveforms(
                            new Pulse(values[2], values[3]),
                            new Pulse(values[4], values[5]),
                            new Pulse(values[6], values[7]));
                } else if (rest.startsWith(TransactionLog.WRITTEN + " ")) {
                    for (String each : rest.substring(2).split(";")) {
                        double[] values = numbers(each, ",", 6);
                        steps.add(new PulseStep(
                                (int) values[0], (int) values[1], (int) values[2], values[3], values[4], values[5]));
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError(file + ", line " + number + " is damaged: expected the log of an instrument", e);
        } catch (UserError e) {
            throw new UserError(file + ", line " + number + ": " + e.getMessage(), e);
        }
        if (range == null || steps.isEmpty()) {
            throw new UserError(file + " tells of no cell that was pulsed; expected the log of a run that trained");
        }
        return new LoggedSteps(range, waveforms, steps);
    }

    private static boolean endsWithLineFeed(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - 1));
            return bytes.read() == '\n';
        }
    }

    private static double[] numbers(String text, String separator, int count) {
        String[] parts = text.split(separator);
        double[] numbers = new double[count];
        if (parts.length != count) {
            throw new IllegalArgumentException(text);
        }
        for (int i = 0; i < count; i++) {
            numbers[i] = ScpiNumber.parse(parts[i]);
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException(text);
            }
        }
        return numbers;
    }
}
