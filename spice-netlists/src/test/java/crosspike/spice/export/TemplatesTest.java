package crosspike.spice.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import crosspike.spice.RealNgspice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {
    @TempDir
    Path folder;

    private String refused(String text) throws IOException {
        Path file = folder.resolve("cell-1r.cir");
        Files.writeString(file, text);
        UserError error = assertThrows(UserError.class, () -> new Templates(folder).text(Template.CELL_1R));
        assertTrue(error.getMessage().startsWith(file.toString()), error.getMessage());
        return error.getMessage().substring(file.toString().length());
    }

    @ParameterizedTest
    @EnumSource
    void thoseOfTheInstallationDefineWhatTheyMust(Template template) throws IOException {
        String text = Templates.installed().text(template);
        assertEquals(
                Files.readString(Templates.installed().folder().resolve(template.file()))
                        .stripTrailing(),
                text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 120), "lines are short");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "* nothing | ' has no .subckt cell_1r; expected \".subckt cell_1r word bit ohm=... b=...\"'",
                ".subckt cell_1r bit word ohm=1 b=0\\n.ends | ', line 1: .subckt cell_1r has the pins \"bit word\"; expected \"word bit\"'",
                "* a\\n.subckt cell_1r word bit ohm=1\\n.ends | ', line 2: .subckt cell_1r has no parameter b; expected \".subckt cell_1r word bit ohm=... b=...\"'",
                ".subckt cell_1r word bit ohm=1 b=0\\nr1 word bit 1 | ', line 1: this .subckt has no end; expected a line .ends'",
                "r1 a b 1\\n.ends | ', line 2: .ends ends nothing; expected a .subckt before it'",
                ".control\\nshell ls\\n.endc | ', line 1: .control cannot stand in a template; expected subcircuits, models and parameters'",
                "* a\\n\\n.END | ', line 3: .end cannot stand in a template; expected subcircuits, models and parameters'",
                ".include models.lib | ', line 1: .include names no file by its full path; expected a path that begins with /'"
            })
    void aBrokenOneIsNamedWithItsLine(String text, String expected) throws IOException {
        assertEquals(expected.replaceAll("^'|'$", ""), refused(text.replace("\\n", "\n")));
    }

    @Test
    void aMissingOneIsNamed() {
        UserError error = assertThrows(UserError.class, () -> new Templates(folder).text(Template.LIF));
        assertEquals(
                folder.resolve("lif.cir") + " cannot be read as text; expected a template with"
                        + " \".subckt lif mem spike farad=... leak=... vth=... tau=...\"",
                error.getMessage());
    }

    @Test
    void letterCaseBlanksAndContinuationsAreFree() throws IOException {
        String text = ".SUBCKT Cell_1R  Word Bit\n+ OHM = 1e5 b=0\nR1 word bit {ohm}\n.ENDS cell_1r\n\n";
        Files.writeString(folder.resolve("cell-1r.cir"), text);
        assertEquals(text.stripTrailing(), new Templates(folder).text(Template.CELL_1R));
    }

    @Test
    void anEditedTemplateIsInTheNetlistAndInItsResult() throws IOException {
        for (Template template : Template.values()) {
            Files.copy(Templates.installed().folder().resolve(template.file()), folder.resolve(template.file()));
        }
        Files.writeString(folder.resolve("device-linear.cir"), """
                * half of the current flows
                .subckt device p n ohm=1e5 b=0
                rdevice p n {2*ohm}
                .ends
                """);
        ArrayExport own = Examples.all().get("column-1r");
        ArrayExport edited = new ArrayExport(
                own.excerpt(), own.lines(), own.cells(), own.stimulus(), own.lif(), new Templates(folder));
        assertTrue(edited.netlist().text().contains("* half of the current flows\n"));
        Measured.Line line = Measured.of(
                        edited, RealNgspice.required().run(edited.netlist(), folder.resolve("edited.cir")))
                .bitLines()
                .get(0);
        assertEquals(line.idealAmps() / 2, line.amps(), 1e-12 * line.amps());
    }
}
