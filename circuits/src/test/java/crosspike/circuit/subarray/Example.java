package crosspike.circuit.subarray;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.circuit.technology.TechnologyLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** What the tests of this package share: the oracle's table, and arrays derived from its first case. */
final class Example {
    static final JsonNode ORACLE = oracle();

    static final TechnologyLibrary LIBRARY = TechnologyLibrary.shipped();

    private Example() {}

    /** The first case of the oracle, 400 x 100 cells of Ag:a-Si at 32 nm, with other inputs. */
    static SubArrayInputs inputs(Consumer<ObjectNode> changes) {
        ObjectNode inputs = ORACLE.at("/subarrayCases/0/inputs").deepCopy();
        changes.accept(inputs);
        return SubArrayInputs.of(inputs);
    }

    /** The first crosspoint case of the oracle, 256 x 256 cells of EpiRAM at 22 nm, with other inputs. */
    static SubArrayInputs crosspoint(Consumer<ObjectNode> changes) {
        ObjectNode inputs = ORACLE.at("/subarrayCases/12/inputs").deepCopy();
        changes.accept(inputs);
        return SubArrayInputs.of(inputs);
    }

    private static JsonNode oracle() {
        try (var text = Example.class.getResourceAsStream("neurosim.json")) {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
