package crosspike.device.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFileTest {
    private static final String CELL = """
            -MemCellType: memristor
            -CellArea (F^2): 8
            -CellAspectRatio: 2
            -ResistanceOnAtSetVoltage (ohm): 50000
            -ResistanceOnAtReadVoltage (ohm): 200000 // what a read sees
            -ResistanceOff (Mohm): 2
            -SetVoltage (V): 1.5
            -SetPulse (ns): 20
            -ResetVoltage (V): 1.8
            -ResetPulse (us): 0.1
            //-ReadVoltage (V): 0.3
            """;

    @TempDir
    Path folder;

    @Test
    void keysWithUnitsBecomeADeviceThatReadsBack() throws IOException {
        DeviceSheet sheet = CellFile.read(write(CELL));
        assertEquals(5e-6f, sheet.conductance().maxSiemens());
        assertEquals(5e-7f, sheet.conductance().minSiemens());
        assertEquals(DeviceSheet.PulseTrain.identical(1, 0, 1.5, 20e-9), sheet.potentiation());
        assertEquals(DeviceSheet.PulseTrain.identical(1, 0, 1.8, 1e-7), sheet.depression());
        assertEquals(new DeviceSheet.Cell(2, 4), sheet.cell());
        assertEquals(DeviceSheet.Kind.BINARY, sheet.kind());
        assertNull(sheet.read());
        Document written = Document.parse(RecordWriter.toYaml(sheet), "mine.yaml");
        assertEquals(sheet, RecordReader.read(written, DeviceSheet.class));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertEquals(CellFile.read(write(CELL)), CellFile.read(write("\ufeff" + CELL)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -MemCellType: SRAM | mine.cell line 1: a cell of type SRAM has no two resistances; expected memristor, PCRAM or MRAM
            hello              | mine.cell line 1 is no "-Key (unit): value"; expected an NVSim cell
            -CellArea (F^2): 4 | mine.cell has no -MemCellType; expected an NVSim cell
            -MemCellType: MRAM | mine.cell has neither -ResistanceOnAtReadVoltage nor -ResistanceOn
            """)
    void whatIsWrongIsNamed(String text, String message) throws IOException {
        Path file = write(text);
        UserError error = assertThrows(UserError.class, () -> CellFile.read(file));
        assertEquals(message, error.getMessage().replace(folder + "/", ""));
    }

    @Test
    void aWrongUnitIsNamedWithItsLine() throws IOException {
        Path file = write(CELL.replace("-SetPulse (ns)", "-SetPulse (V)"));
        UserError error = assertThrows(UserError.class, () -> CellFile.read(file));
        assertEquals(
                "mine.cell line 8: -SetPulse: \"20 V\" is not a time; expected a time with its unit, e.g. \"50 ns\"",
                error.getMessage().replace(folder + "/", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -ResistanceOff (Mohm): 2 | -ResistanceOff (ohm): 2 | mine.cell: the resistances on and off are 200000.0 and 2.0 ohm; expected the first to be smaller
            -CellArea (F^2): 8       | -CellArea (F^2): 0      | mine.cell line 2: -CellArea is 0.0; expected more than 0
            -CellAspectRatio: 2      | -CellArea (F^2): 2      | mine.cell line 3: -CellArea was already given in line 2
            """)
    void aValueThatCannotBeIsNamedWithItsLine(String right, String wrong, String message) throws IOException {
        Path file = write(CELL.replace(right, wrong));
        UserError error = assertThrows(UserError.class, () -> CellFile.read(file));
        assertEquals(message, error.getMessage().replace(folder + "/", ""));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.cell"), text);
    }
}
