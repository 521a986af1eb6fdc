package crosspike.circuit.subarray;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.input.UserError;

/**
 * Evaluates a file of arrays: {@code {"subarrayCases": [{"id", "inputs"}]}} becomes
 * {@code {"subarrayCases": [{"id", "outputs"}]}}. The names of inputs and outputs, with their units, are listed in section
 * 14 of {@code docs/circuit-model.md}.
 */
public final class SubArrayCases {

    private SubArrayCases() {}

    /**
     * Evaluates all cases.
     *
     * @throws UserError naming the case and the key at fault
     */
    public static ObjectNode run(JsonNode file, TechnologyLibrary library, Mode mode) {
        JsonNode cases = file.path("subarrayCases");
        if (!cases.isArray() || cases.isEmpty()) {
            throw new UserError("subarrayCases is "
                    + (cases.isMissingNode() ? "missing" : cases)
                    + "; expected a list of {\"id\", \"inputs\"}");
        }
        ObjectNode results = JsonNodeFactory.instance.objectNode();
        ArrayNode list = results.putArray("subarrayCases");
        for (int i = 0; i < cases.size(); i++) {
            JsonNode one = cases.get(i);
            String own = one.path("id").asText("");
            String id = own.isBlank() ? "subarrayCases[" + i + "]" : own;
            try {
                ObjectNode result = list.addObject();
                result.set("id", one.hasNonNull("id") ? one.get("id") : TextNode.valueOf(id));
                result.set("outputs", outputs(SubArrayInputs.of(one.path("inputs")), library, mode));
            } catch (UserError e) {
                throw new UserError(id + ": " + e.getMessage(), e);
            }
        }
        return results;
    }

    /** All output groups of one case. */
    public static ObjectNode outputs(SubArrayInputs inputs, TechnologyLibrary library, Mode mode) {
        SubArray array = SubArray.of(inputs.design(), library, mode);
        return SubArrayOutputs.of(array, inputs.workload());
    }
}
