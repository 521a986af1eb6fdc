package crosspike.experiment.sweep.plan;

import crosspike.input.Node;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A condition between the keys of a point, such as {@code device.levels <= device.pulses + 1}: comparisons of sums and
 * products, joined with {@code and} and {@code or}. A name with a dot is a key; a name without one is an axis, a key, or
 * else a word.
 */
public final class Condition {
    private final Node typed;
    private final Test test;

    private Condition(Node typed, Test test) {
        this.typed = typed;
        this.test = test;
    }

    /**
     * @throws UserError if it is no condition
     */
    public static Condition parse(Node typed) {
        return new Condition(typed, new ConditionParser(typed.typed()).parse());
    }

    /** What is known of a point. */
    @FunctionalInterface
    public interface Values {
        /** The value of a key as typed; empty if it has none. */
        Optional<String> get(String name);

        /** Keys that have one. */
        default Collection<String> names() {
            return List.of();
        }
    }

    /**
     * Whether it holds.
     *
     * @throws UserError if a key has no value, or things are compared that cannot be
     */
    public boolean holds(Values values) {
        try {
            return test.holds(values);
        } catch (UserError e) {
            throw new UserError("where (" + typed.place() + ") \"" + this + "\": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return typed.typed();
    }

    /** Something that holds or not. */
    sealed interface Test permits Comparison, All, Any {
        boolean holds(Values values);
    }

    record All(List<Test> tests) implements Test {
        @Override
        public boolean holds(Values values) {
            return tests.stream().allMatch(test -> test.holds(values));
        }
    }

    record Any(List<Test> tests) implements Test {
        @Override
        public boolean holds(Values values) {
            return tests.stream().anyMatch(test -> test.holds(values));
        }
    }

    record Comparison(Term left, String operator, Term right) implements Test {
        @Override
        public boolean holds(Values values) {
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
        Value value(Values values);
    }

    record Literal(Value constant) implements Term {
        @Override
        public Value value(Values values) {
            return constant;
        }
    }

    record Name(String name) implements Term {
        @Override
        public Value value(Values values) {
            Optional<String> value = values.get(name);
            if (value.isEmpty() && name.contains(".")) {
                String hint = Suggest.nearest(name, values.names())
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("expected a key that the base config or an axis sets");
                throw new UserError(name + " has no value; " + hint);
            }
            return Value.of(value.orElse(name));
        }
    }

    record Arithmetic(Term left, char operator, Term right) implements Term {
        @Override
        public Value value(Values values) {
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
