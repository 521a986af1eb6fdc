package crosspike.spice.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SelectionTest {

    @Test
    void columnsHaveAllTheirRows() {
        Selection selection = Selection.columns(" 4 - 6, 0,5 ", 3, 10);
        assertArrayEquals(new int[] {0, 1, 2}, selection.rows());
        assertArrayEquals(new int[] {0, 4, 5, 6}, selection.columns());
        assertArrayEquals(new int[] {3}, Selection.columns("3", 3, 10).columns());
    }

    @Test
    void aTileEndsBeforeItsSecondNumbers() {
        Selection tile = Selection.tile("1:3, 4:8", 3, 10);
        assertArrayEquals(new int[] {1, 2}, tile.rows());
        assertArrayEquals(new int[] {4, 5, 6, 7}, tile.columns());
        assertArrayEquals(new int[] {1, 3}, tile.cell("2,7"));
    }

    @Test
    void mistakesAreNamed() {
        assertRefused(
                "tile \"1-3\" is not understood; expected r0:r1,c0:c1, such as 0:64,128:192 for rows 0 to 63 and"
                        + " columns 128 to 191",
                () -> Selection.tile("1-3", 3, 10));
        assertRefused(
                "tile has the columns 4:11; expected two numbers from 0 to 10, the first smaller: the second is the"
                        + " first line that is not in the tile",
                () -> Selection.tile("0:3,4:11", 3, 10));
        assertRefused(
                "tile has the rows 2:2; expected two numbers from 0 to 3, the first smaller: the second is the first"
                        + " line that is not in the tile",
                () -> Selection.tile("2:2,4:5", 3, 10));
        assertRefused(
                "columns \"a\" are not understood; expected numbers such as 3 or 0,3,17 or 4-9",
                () -> Selection.columns("a", 3, 10));
        assertRefused(
                "column 99999999999 is not in the array; expected columns from 0 to 9",
                () -> Selection.columns("0,99999999999", 3, 10));
        assertRefused("columns \"0,6-4\": 6-4 runs backwards; expected 4-6", () -> Selection.columns("0,6-4", 3, 10));
        Selection tile = Selection.tile("1:3,4:8", 3, 10);
        assertRefused(
                "row 0 is not in this part of the array; expected one of its rows, 1 to 2", () -> tile.cell("0,4"));
        assertRefused("cell \"1\" is not understood; expected row and column, such as 12,3", () -> tile.cell("1"));
    }

    private static void assertRefused(String message, Executable mistake) {
        assertEquals(message, assertThrows(UserError.class, mistake).getMessage());
    }
}
