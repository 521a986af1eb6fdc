package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        runs/first              | runs/first
        network.input_rate=5kHz | network.input_rate=5kHz
        Läufe                   | Läufe
        a b                     | 'a b'
        it's                    | 'it'\\''s'
        name=`rm`               | 'name=`rm`'
        $HOME                   | '$HOME'
        ~~                      | ''
        """)
    void onlyWhatAShellWouldTakeApartIsQuoted(String word, String quoted) {
        assertEquals(quoted, ShellWord.of(word));
    }
}
