package crosspike.experiment.data;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import crosspike.snn.dataset.IdxFile;
import crosspike.snn.dataset.ImageSet;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.awt.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A table with an image in each line: its class, then its pixels row by row, 0 to 255. A line of names may stand above. */
final class LabelledCsv {
    /** Label and pixels of the largest image. */
    private static final int MOST_CELLS = 1 + IdxFile.LONGEST_SIDE * IdxFile.LONGEST_SIDE;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private LabelledCsv() {}

    /** @param size width and height of the images; empty: they are square */
    static LabelledImages read(Path file, Optional<Dimension> size) {
        List<LabelledImages.One> all = new ArrayList<>();
        Dimension shape = null;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // told below, with the line
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(CsvRecordHandler.of(handler -> handler.maxFields(MOST_CELLS)), file)) {
            for (CsvRecord line : reader) {
                if (line.getStartingLineNumber() == 1 && isHeader(line.getFields())
                        || line.getFieldCount() == 1 && line.getField(0).isBlank()) continue;
                if (shape == null) shape = shape(file, line.getFieldCount() - 1, size);
                all.add(one(file, line, shape));
            }
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        } catch (UncheckedIOException e) {
            throw Unreadable.error(file, e.getCause());
        } catch (CsvParseException e) {
            throw new UserError(file + " is no table that can be read: " + e.getMessage(), e);
        }
        if (shape == null) throw new UserError(file + " has no images; expected a label and pixels in each line");
        return new LabelledImages(shape.width, shape.height, all);
    }

    /** Names, or the numbers that pandas gives to columns without names. */
    private static boolean isHeader(List<String> cells) {
        if (cells.size() == 1) return false;
        boolean isCount = cells.size() > 2;
        for (int i = 0; i < cells.size() && isCount; i++) {
            isCount = cells.get(i).equals(Integer.toString(i));
        }
        return isCount || !isNumber(cells.get(0));
    }

    private static LabelledImages.One one(Path file, CsvRecord line, Dimension shape) {
        int pixels = shape.width * shape.height;
        String at = file + ", line " + line.getStartingLineNumber();
        if (line.getFieldCount() != 1 + pixels) {
            throw new UserError(
                    at + " has " + line.getFieldCount() + " cells; expected a label and " + pixels + " pixels");
        }
        byte[] levels = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            levels[i] = (byte) whole(at, "pixel", line.getField(i + 1), 255);
        }
        return new LabelledImages.One(levels, whole(at, "label", line.getField(0), ImageSet.MOST_CLASSES - 1));
    }

    private static Dimension shape(Path file, int pixels, Optional<Dimension> size) {
        if (pixels < 1) {
            throw new UserError(file + " has one cell in a line; expected a label and pixels with commas between them");
        }
        int side = (int) Math.round(Math.sqrt(pixels));
        Dimension shape = size.orElse(new Dimension(side, side));
        if (shape.width * shape.height != pixels) {
            throw new UserError(file + " has " + pixels + " pixels in a line, which make no image of "
                    + (size.isPresent() ? shape.width + " x " + shape.height : "equal sides")
                    + "; expected a label first, and --size WxH of the images");
        }
        return shape;
    }

    private static int whole(String at, String what, String text, int most) {
        if (isNumber(text)) {
            double value = Double.parseDouble(text.strip());
            if (value >= 0 && value <= most && value == Math.rint(value)) return (int) value;
        }
        throw new UserError(at + " has the " + what + " \"" + text + "\"; expected a whole number from 0 to " + most);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }
}
