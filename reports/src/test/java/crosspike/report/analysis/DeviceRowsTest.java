package crosspike.report.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.report.SyntheticSweep;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of devices says what the simulation takes them for. */
class DeviceRowsTest {
    @TempDir
    Path folder;

    @Test
    void devicesSayWhatTheirSheetsAndTheConfigSay() {
        FinishedSweep sweep = SyntheticSweep.write(
                folder, """
                axes:
                - {key: device.preset, values: [ideal, ag-asi-jo2010, rram-wan2022]}
                - {key: device.cycle_to_cycle_sigma, values: [7 %]}
                record: [accuracy_eq5]
                """, labels -> labels.get(0).startsWith("rram") ? List.of("no pulses") : List.of(0.5));
        List<DeviceRows.Row> devices = DeviceRows.of(sweep, SweepData.of(sweep));
        assertTrue(devices.get(0).isIdeal());
        DeviceRows.Row silver = devices.get(1);
        assertFalse(silver.isIdeal());
        assertEquals("ag-asi-jo2010, 7 %", silver.label());
        assertEquals(98, silver.config().states(true).orElseThrow());
        assertEquals(2.4, silver.config().nonlinearity(true).orElseThrow());
        assertEquals(26e6, silver.onOhms(), 1e3);
        assertEquals(0.07, silver.config().sigma());
        assertEquals(0, devices.get(0).config().sigma(), "software has no noise");
        DeviceRows.Row wan = devices.get(2);
        assertTrue(wan.train(true).isEmpty(), "its sources have no pulses");
        assertEquals(List.of("no pulses"), wan.errors());
        assertTrue(wan.onOhms() > 0);
    }

    @Test
    void exactStatesHaveNoNoiseAndAreAsManyEitherWay() {
        DeviceRows.Row levels = rows("""
                axes:
                - {key: device.preset, values: [ag-asi-jo2010]}
                - {key: device.levels, values: [8]}
                record: [accuracy_eq5]
                """).get(0);
        assertEquals(0, levels.config().sigma());
        assertEquals(Optional.of(8), levels.config().states(true));
        assertEquals(Optional.of(8), levels.config().states(false));
        DeviceRows.Row counted = rows("""
                axes:
                - {key: device.preset, values: [ag-asi-jo2010]}
                - {key: device.response, values: [levels]}
                record: [accuracy_eq5]
                """).get(0);
        assertEquals(Optional.of(98), counted.config().states(true)); // 97 pulses of potentiation
        assertEquals(Optional.of(98), counted.config().states(false), "the same levels on the way down");
    }

    @Test
    void pulsesAreCountedInTheirDirectionUnlessTheConfigSaysHowMany() {
        List<DeviceRows.Row> rows = rows("""
                axes:
                - {key: device.preset, values: [ag-asi-jo2010]}
                - name: pulses
                  variants:
                    of the sheet: {device.response: pulsed}
                    of the config: {device.pulses: 20}
                    phase change: {device.response: pcm}
                record: [accuracy_eq5]
                """);
        assertEquals(Optional.of(101), rows.get(0).config().states(false));
        assertEquals(Optional.of(21), rows.get(1).config().states(false));
        assertEquals(Optional.of(2), rows.get(2).config().states(false), "one pulse melts the cell");
        assertTrue(rows.get(2).config().nonlinearity(false).isEmpty());
    }

    @Test
    void aDeviceThatCannotBeReadHasNoRow() {
        List<DeviceRows.Row> rows = rows("""
                axes:
                - {key: device.response, values: [pulsed, pulse]}
                record: [accuracy_eq5]
                """);
        assertEquals(List.of("pulsed"), rows.stream().map(DeviceRows.Row::label).toList());
    }

    @Test
    void whatIsAssumedOfADeviceIsPartOfIt() {
        DeviceRows.Row wan = rows("""
                axes:
                - {key: device.preset, values: [rram-wan2022]}
                - name: assumed
                  variants:
                    pulses up: {device.assume.potentiation: {pulses: 31, voltage: 1 V, width: 1 us}}
                record: [accuracy_eq5]
                """).get(0);
        assertEquals(Optional.of(32), wan.config().states(true));
        assertEquals(Optional.empty(), wan.config().states(false));
    }

    private List<DeviceRows.Row> rows(String plan) {
        FinishedSweep sweep = SyntheticSweep.write(folder, plan, labels -> List.of(0.5));
        return DeviceRows.of(sweep, SweepData.of(sweep));
    }
}
