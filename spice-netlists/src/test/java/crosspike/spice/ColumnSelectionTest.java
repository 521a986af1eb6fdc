package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnSelectionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all | 0 1 2 3 4 5 6 7 8 9",
                "1 | 5",
                "2 | 2 7",
                "5 | 1 3 5 7 9",
                "10 | 0 1 2 3 4 5 6 7 8 9",
                "0,3,7 | 0 3 7",
                "4-9 | 4 5 6 7 8 9",
                "3-3 | 3",
                "7, 0, 2 - 4, 3 | 0 2 3 4 7"
            })
    void selectionsOfTenColumns(String text, String expected) {
        int[] columns =
                Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertArrayEquals(columns, ColumnSelection.parse(text, 10));
    }

    @Test
    void aSampleHasTheSizeAskedForAndNoColumnTwice() {
        for (int columns = 1; columns <= 60; columns++) {
            for (int size = 1; size <= columns; size++) {
                int[] sample = ColumnSelection.parse(Integer.toString(size), columns);
                assertEquals(size, IntStream.of(sample).distinct().count());
                assertTrue(sample[0] >= 0 && sample[size - 1] < columns, "a column outside the array");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | columns \"0\" asks for a sample of 0 columns; expected 1 to 10, or \"0-0\" for column 0 alone",
                "11 | columns \"11\" asks for a sample of 11 columns; expected 1 to 10, or \"11-11\" for column 11 alone",
                "99999999999 | columns \"99999999999\" asks for a sample of 99999999999 columns; expected 1 to 10, or \"99999999999-99999999999\" for column 99999999999 alone",
                "0,10 | column 10 is not in the array; expected columns from 0 to 9",
                "4-99999999999 | column 99999999999 is not in the array; expected columns from 0 to 9",
                "9-4 | columns \"9-4\": 9-4 runs backwards; expected 4-9",
                "some | columns \"some\" is not a selection; expected \"all\", a number of columns to sample such as \"8\", or columns such as \"0,3,17\" or \"4-9\"",
                "1,,2 | columns \"1,,2\" is not a selection; expected \"all\", a number of columns to sample such as \"8\", or columns such as \"0,3,17\" or \"4-9\"",
                "-3 | columns \"-3\" is not a selection; expected \"all\", a number of columns to sample such as \"8\", or columns such as \"0,3,17\" or \"4-9\"",
                "'' | columns \"\" is not a selection; expected \"all\", a number of columns to sample such as \"8\", or columns such as \"0,3,17\" or \"4-9\""
            })
    void aSelectionThatCannotBeMetSaysWhatIsAllowed(String text, String message) {
        assertEquals(
                message,
                assertThrows(UserError.class, () -> ColumnSelection.parse(text, 10))
                        .getMessage());
    }
}
