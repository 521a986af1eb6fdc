package crosspike.experiment.sweep.plan;

import crosspike.input.UserError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition between the keys of a point, such as {@code device.levels <= device.pulses + 1}: comparisons of sums and
 * products, joined with {@code and} and {@code or}. A name with a dot is a key; a name without one is an axis, a key, or
 * else a word.
 */
public final class Condition {
    private final String text;
    private final Test test;

    private Condition(String text, Test test) {
        this.text = text;
        this.test = test;
    }

    /**
     * @throws UserError if the text is no condition
     */
    public static Condition parse(String text) {
        return new Condition(text, new ConditionParser(text).parse());
    }

    /**
     * Whether it holds.
     *
     * @param values value of a key as typed; empty if it has none
     * @throws UserError if a key has no value, or things are compared that cannot be
     */
    public boolean holds(Function<String, Optional<String>> values) {
        try {
            return test.holds(values);
        } catch (UserError e) {
            throw new UserError("where \"" + text + "\": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** Something that holds or not. */
    sealed interface Test permits Comparison, All, Any {
        boolean holds(Function<String, Optional<String>> values);
    }

    record All(List<Test> tests) implements Test {
        @Override
        public boolean holds(Function<String, Optional<String>> values) {
            return tests.stream().allMatch(test -> test.holds(values));
        }
    }

    record Any(List<Test> tests) implements Test {
        @Override
        public boolean holds(Function<String, Optional<String>> values) {
            return tests.stream().anyMatch(test -> test.holds(values));
        }
    }

    record Comparison(Term left, String operator, Term right) implements Test {
        @Override
        public boolean holds(Function<String, Optional<String>> values) {
            Value a = left.value(values);
            Value b = right.value(values);
            if (a.quantity().isEmpty() || b.quantity().isEmpty()) {
                return switch (operator) {
                    case "==" -> a.text().equals(b.text());
                    case "!=" -> !a.text().equals(b.text());
                    default ->
                        throw new UserError("\"" + (a.quantity().isEmpty() ? a : b).text()
                                + "\" is no number; words can only be == or !=");
                };
            }
            int order = Double.compare(a.number(b), b.number(a));
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "==" -> order == 0;
                default -> order != 0;
            };
        }
    }

    /** A value and, unless it is a word, the quantity it is. */
    record Value(String text, Optional<Quantity> quantity) {
        static Value of(String text) {
            return new Value(text, Quantity.of(text));
        }

        /** The number in SI units, if it can stand beside the other. */
        double number(Value other) {
            Quantity own = quantity.orElseThrow(() -> new UserError("\"" + text + "\" is no number"));
            if (other.quantity.isPresent() && !own.fits(other.quantity.get())) {
                throw new UserError(text + " and " + other.text + " are not of one kind; expected the same unit");
            }
            return own.si();
        }
    }

    /** Something that has a value. */
    sealed interface Term permits Literal, Name, Arithmetic {
        Value value(Function<String, Optional<String>> values);
    }

    record Literal(String text) implements Term {
        @Override
        public Value value(Function<String, Optional<String>> values) {
            return Value.of(text);
        }
    }

    record Name(String name) implements Term {
        @Override
        public Value value(Function<String, Optional<String>> values) {
            Optional<String> value = values.apply(name);
            if (value.isEmpty() && name.contains(".")) {
                throw new UserError(name + " has no value; expected a key that the base config or an axis sets");
            }
            return Value.of(value.orElse(name));
        }
    }

    record Arithmetic(Term left, char operator, Term right) implements Term {
        @Override
        public Value value(Function<String, Optional<String>> values) {
            Value a = left.value(values);
            Value b = right.value(values);
            boolean isSum = operator == '+' || operator == '-';
            double x = isSum ? a.number(b) : a.number(a);
            double y = isSum ? b.number(a) : b.number(b);
            Quantity first = a.quantity().orElseThrow();
            Quantity second = b.quantity().orElseThrow();
            if (!isSum && !second.isBare() && !(operator == '*' && first.isBare())) {
                throw new UserError("only plain numbers can multiply or divide; " + b.text() + " has a unit");
            }
            double result = switch (operator) {
                case '+' -> x + y;
                case '-' -> x - y;
                case '*' -> x * y;
                default -> x / y;
            };
            Quantity unit = first.isBare() ? second : first;
            return new Value(
                    a.text() + " " + operator + " " + b.text(), Optional.of(new Quantity(result, unit.dimension())));
        }
    }
}
