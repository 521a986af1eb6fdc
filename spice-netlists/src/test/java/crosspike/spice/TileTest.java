package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {
    @Test
    void tilesAreNamedByTheirRowsAndColumns() {
        assertEquals(
                List.of(new Tile(0, 64, 128, 192), new Tile(390, 398, 0, 1)),
                Tile.parse(" 0:64,128:192 ; 390 : 398, 0:1", 398, 500));
        assertEquals("0:64,128:192", new Tile(0, 64, 128, 192).toString());
    }

    @Test
    void aNumberIsASampleSpreadOverAllTiles() {
        assertEquals(List.of(new Tile(192, 256, 256, 320)), Tile.parse("1", 398, 500));
        assertEquals(
                List.of(
                        new Tile(0, 64, 0, 64),
                        new Tile(0, 64, 64, 70),
                        new Tile(64, 65, 0, 64),
                        new Tile(64, 65, 64, 70)),
                Tile.parse("4", 65, 70));
        assertEquals(List.of(new Tile(0, 3, 0, 2)), Tile.parse("1", 3, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            some       | tiles "some" is not a selection; expected a number of tiles to sample such as "4", or tiles of at most 64 x 64 cells such as "0:64,128:192" (rows,columns; more than one with ; between)
            0:8        | tiles "0:8" is not a selection; expected a number of tiles to sample such as "4", or tiles of at most 64 x 64 cells such as "0:64,128:192" (rows,columns; more than one with ; between)
            0:8,8:8    | tile 0:8,8:8 is not in the array; expected first:end of rows and columns within 0:100,0:70
            0:8,60:71  | tile 0:8,60:71 is not in the array; expected first:end of rows and columns within 0:100,0:70
            0:65,0:8   | tile 0:65,0:8 has 65 x 8 cells; expected at most 64 x 64
            0          | tiles "0" asks for a sample of 0 tiles; expected 1 to 4
            5          | tiles "5" asks for a sample of 5 tiles; expected 1 to 4
            """)
    void anythingElseIsRefused(String text, String message) {
        assertEquals(
                message,
                assertThrows(UserError.class, () -> Tile.parse(text, 100, 70)).getMessage());
    }
}
