package crosspike.device.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssumptionsTest {
    private static final DeviceLibrary LIBRARY = DeviceLibrary.installed();
    private static final Assumptions ALL = RecordReader.read(Document.parse("""
            potentiation: {pulses: 63, voltage: 2 V, width: 50 ns}
            depression: {pulses: 31, voltage: -2 V, width: 60 ns}
            read: {voltage: 0.5 V, width: 5 ns}
            cell: {width_F: 4, height_F: 4}
            access_resistance: 15 kohm
            """, "assume.yaml"), Assumptions.class);

    static List<String> names() {
        return LIBRARY.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDeviceCanBeWrittenAndReadThen(String name) {
        DeviceSheet stated = LIBRARY.device(name);
        DeviceSheet completed = ALL.complete(stated).programmable();
        assertEquals(stated.conductance(), completed.conductance());
        assertEquals(stated.programmingNoise(), completed.programmingNoise());
        assertEquals(stated.drift(), completed.drift());
        assertEquals(stated.flickerNoise(), completed.flickerNoise());
    }

    @Test
    void whatASheetSaysStands() {
        DeviceSheet whole = LIBRARY.device("epiram-choi2018");
        assertSame(whole, ALL.complete(whole));
        DeviceSheet stated = LIBRARY.device("rram-cimloop"); // a read and an access resistance, no pulses, no cell
        DeviceSheet completed = ALL.complete(stated);
        assertEquals(stated.read(), completed.read());
        assertEquals(Optional.of(195e3), completed.accessResistanceOhms());
        assertEquals(PulseTrain.identical(63, 0, 2, 50e-9), completed.potentiation());
        assertEquals(PulseTrain.identical(31, 0, -2, 60e-9), completed.depression());
        assertTrue(completed.unverified().contains("assumed by the config: potentiation, depression, cell"));
    }

    @Test
    void oneOfThePulsesSwitchesABinaryDevice() {
        DeviceSheet completed = ALL.complete(LIBRARY.device("stt-mram-intel-22nm"));
        assertEquals(PulseTrain.identical(1, 0, 2, 50e-9), completed.potentiation());
        assertEquals(PulseTrain.identical(1, 0, -2, 60e-9), completed.depression());
        assertEquals(DeviceSheet.ResponseKind.BINARY, completed.response());
    }

    @Test
    void whatIsNotAssumedStaysUnknown() {
        Assumptions none = RecordReader.read(Document.parse("{}", "assume.yaml"), Assumptions.class);
        DeviceSheet stated = LIBRARY.device("pcm-joshi2020");
        assertSame(stated, none.complete(stated));
    }
}
