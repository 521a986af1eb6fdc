package crosspike.experiment.sweep.plan;

import crosspike.experiment.sweep.plan.Condition.All;
import crosspike.experiment.sweep.plan.Condition.Any;
import crosspike.experiment.sweep.plan.Condition.Arithmetic;
import crosspike.experiment.sweep.plan.Condition.Comparison;
import crosspike.experiment.sweep.plan.Condition.Literal;
import crosspike.experiment.sweep.plan.Condition.Name;
import crosspike.experiment.sweep.plan.Condition.Term;
import crosspike.experiment.sweep.plan.Condition.Test;
import crosspike.experiment.sweep.plan.Condition.Value;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conditions by recursive descent:
 *
 * <pre>
 * any        = all { "or" all }
 * all        = comparison { "and" comparison }
 * comparison = sum ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=" ) sum
 * sum        = product { ( "+" | "-" ) product }
 * product    = atom { ( "*" | "/" ) atom }
 * atom       = number with unit | "text" | name | "(" sum ")"
 * </pre>
 */
final class ConditionParser {
    private static final String LETTERS = "[a-zA-Z\u00b5\u03bc\u03a9]";

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<number>[0-9]+(?:\\.[0-9]*)?(?:[eE][+-]?[0-9]+)?"
            + "(?: *%|" + LETTERS + "+| +(?!(?:and|or)\\b)" + LETTERS + "++(?![\\w.-]))?)"
            + "|(?<name>[a-zA-Z_][a-zA-Z0-9_]*(?:[.-][a-zA-Z0-9_]+)*)"
            + "|\"(?<text>[^\"]*)\""
            + "|(?<operator><=|>=|==|!=|[-<>+*/()]))");
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

    private final String source;
    private final Matcher matcher;
    private int position;

    ConditionParser(String source) {
        this.source = source;
        this.matcher = TOKEN.matcher(source);
    }

    Test parse() {
        Test test = any();
        if (position < source.stripTrailing().length()) throw unexpected("and, or, or the end");
        return test;
    }

    private Test any() {
        List<Test> tests = new ArrayList<>(List.of(all()));
        while (takes("name", "or")) tests.add(all());
        return tests.size() == 1 ? tests.get(0) : new Any(tests);
    }

    private Test all() {
        List<Test> tests = new ArrayList<>(List.of(comparison()));
        while (takes("name", "and")) tests.add(comparison());
        return tests.size() == 1 ? tests.get(0) : new All(tests);
    }

    private Test comparison() {
        Term left = sum();
        for (String operator : COMPARISONS) {
            if (takes("operator", operator)) return new Comparison(left, operator, sum());
        }
        throw unexpected("one of " + String.join(" ", COMPARISONS));
    }

    private Term sum() {
        Term term = product();
        while (true) {
            if (takes("operator", "+")) {
                term = new Arithmetic(term, '+', product());
            } else if (takes("operator", "-")) {
                term = new Arithmetic(term, '-', product());
            } else {
                return term;
            }
        }
    }

    private Term product() {
        Term term = atom();
        while (true) {
            if (takes("operator", "*")) {
                term = new Arithmetic(term, '*', atom());
            } else if (takes("operator", "/")) {
                term = new Arithmetic(term, '/', atom());
            } else {
                return term;
            }
        }
    }

    private Term atom() {
        if (takes("operator", "(")) {
            Term inner = sum();
            if (!takes("operator", ")")) throw unexpected(")");
            return inner;
        }
        boolean isNegative = takes("operator", "-");
        if (matches("number")) return literal((isNegative ? "-" : "") + taken("number"));
        if (isNegative) throw unexpected("a number");
        if (matches("text")) return literal(taken("text"));
        if (matches("name")) return new Name(taken("name"));
        throw unexpected("a key, a number such as 5 or 22nm, or \"text\"");
    }

    private static Term literal(String text) {
        return new Literal(Value.of(text));
    }

    private boolean matches(String kind) {
        matcher.region(position, source.length());
        return matcher.lookingAt() && matcher.group(kind) != null;
    }

    private boolean takes(String kind, String token) {
        if (!matches(kind) || !matcher.group(kind).equals(token)) return false;
        position = matcher.end();
        return true;
    }

    private String taken(String kind) {
        position = matcher.end();
        return matcher.group(kind);
    }

    private UserError unexpected(String expected) {
        String rest = source.substring(position).strip();
        return new UserError("where \"" + source + "\": found " + (rest.isEmpty() ? "the end" : "\"" + rest + "\"")
                + "; expected " + expected);
    }
}
