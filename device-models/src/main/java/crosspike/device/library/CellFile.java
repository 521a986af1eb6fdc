package crosspike.device.library;

import crosspike.device.library.DeviceSheet.Cell;
import crosspike.device.library.DeviceSheet.Conductance;
import crosspike.device.library.DeviceSheet.Kind;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.device.library.DeviceSheet.Technology;
import crosspike.input.Dimension;
import crosspike.input.Unreadable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cell files of NVSim: lines of {@code -Key (unit): value}, comments after {@code //}. They describe binary cells. */
public final class CellFile {
    private static final Pattern LINE = Pattern.compile("-\\s*(\\w+)\\s*(?:\\(([^)]*)\\))?\\s*:\\s*(.*?)\\s*");

    private final Path file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    private record Entry(int line, String unit, String value) {}

    private CellFile(Path file) {
        this.file = file;
    }

    /**
     * The data sheet that a cell file describes. What it does not say is absent, and remarked.
     *
     * @throws UserError naming the line or key, if something is wrong, or it is no resistive cell
     */
    public static DeviceSheet read(Path file) {
        CellFile cell = new CellFile(file);
        cell.parse();
        return cell.sheet();
    }

    private void parse() {
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).replaceFirst("//.*", "").strip();
            if (text.isEmpty()) {
                continue;
            }
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new UserError(
                        file + " line " + (i + 1) + " is no \"-Key (unit): value\"; expected an NVSim cell");
            }
            String unit = line.group(2) == null ? "" : line.group(2).strip();
            Entry before = entries.put(line.group(1), new Entry(i + 1, unit, line.group(3)));
            if (before != null) {
                throw new UserError(file + " line " + (i + 1) + ": -" + line.group(1) + " was already given in line "
                        + before.line());
            }
        }
    }

    private List<String> lines() {
        try {
            if (Files.isDirectory(file)) {
                throw new UserError(file + " is a directory; expected an NVSim cell");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .replaceFirst("^\u00ef\u00bb\u00bf", "") // a byte-order mark
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            throw new UserError(file + " does not exist", e);
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    private DeviceSheet sheet() {
        Technology technology = technology();
        double on = resistance("On");
        double off = resistance("Off");
        if (!(on < off)) {
            throw new UserError(file + ": the resistances on and off are " + on + " and " + off
                    + " ohm; expected the first to be smaller");
        }
        PulseTrain set = pulse("Set");
        PulseTrain reset = pulse("Reset");
        quantity("ReadVoltage", Dimension.VOLTAGE)
                .ifPresent(volts -> remarks.add("the file has a read voltage, " + Dimension.VOLTAGE.format(volts)
                        + ", but no read width: add read: {voltage, width}"));
        remarks.add("no source but the file; two states are what its tool assumes");
        String name = file.getFileName().toString().replaceFirst("\\.cell$", "");
        return new DeviceSheet(
                name,
                name,
                technology,
                List.of("NVSim cell file " + file.getFileName()),
                new Conductance((float) (1 / off), (float) (1 / on)),
                ResponseKind.LEVELS,
                set,
                reset,
                0,
                null,
                footprint(),
                Kind.BINARY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                remarks);
    }

    private Technology technology() {
        Entry type = entries.get("MemCellType");
        if (type == null) {
            throw new UserError(file + " has no -MemCellType; expected an NVSim cell");
        }
        return switch (type.value().toLowerCase(Locale.ROOT)) {
            case "memristor", "rram" -> Technology.RRAM;
            case "pcram" -> Technology.PCM;
            case "mram", "sttram" -> Technology.MTJ;
            case "fefetram" -> Technology.FEFET;
            default ->
                throw new UserError(file + " line " + type.line() + ": a cell of type " + type.value()
                        + " has no two resistances; expected memristor, PCRAM or MRAM");
        };
    }

    /** At the read voltage where the file tells several apart, for that is what reads see. */
    private double resistance(String state) {
        for (String key : List.of("Resistance" + state + "AtReadVoltage", "Resistance" + state)) {
            Optional<Double> ohms = quantity(key, Dimension.RESISTANCE);
            if (ohms.isPresent()) {
                return positive(key, ohms.get());
            }
        }
        throw new UserError(file + " has neither -Resistance" + state + "AtReadVoltage nor -Resistance" + state);
    }

    private PulseTrain pulse(String direction) {
        Optional<Double> volts = quantity(direction + "Voltage", Dimension.VOLTAGE);
        Optional<Double> seconds = quantity(direction + "Pulse", Dimension.TIME);
        if (volts.isEmpty() || seconds.isEmpty()) {
            remarks.add("no voltage and width of a " + direction.toLowerCase(Locale.ROOT) + " pulse in the file");
            return null;
        }
        remarks.add("the sign of the " + direction.toLowerCase(Locale.ROOT) + " voltage is not told in the file");
        return PulseTrain.identical(1, 0, volts.get(), positive(direction + "Pulse", seconds.get()));
    }

    private Cell footprint() {
        Entry area = entries.get("CellArea");
        if (area == null) {
            return null;
        }
        double squares = positive("CellArea", number("CellArea", area));
        Entry ratio = entries.get("CellAspectRatio");
        double aspect = ratio == null ? 1 : positive("CellAspectRatio", number("CellAspectRatio", ratio));
        double width = Math.sqrt(squares / aspect);
        return new Cell(rounded(width), rounded(width * aspect));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    private Optional<Double> quantity(String key, Dimension dimension) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(dimension.parse(entry.value() + " " + entry.unit()));
        } catch (UserError e) {
            throw new UserError(file + " line " + entry.line() + ": -" + key + ": " + e.getMessage(), e);
        }
    }

    private double number(String key, Entry entry) {
        try {
            return Dimension.NONE.parse(entry.value());
        } catch (UserError e) {
            throw new UserError(file + " line " + entry.line() + ": -" + key + ": " + e.getMessage(), e);
        }
    }

    private double positive(String key, double value) {
        if (!(value > 0)) {
            throw new UserError(file + " line " + entries.get(key).line() + ": -" + key + " is " + value
                    + "; expected more than 0");
        }
        return value;
    }
}
