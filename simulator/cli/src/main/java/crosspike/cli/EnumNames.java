package crosspike.cli;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads constants by the names that files and messages have for them, with hyphens or underscores. */
final class EnumNames<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> kind;
    private final Function<E, String> name;

    EnumNames(Class<E> kind, Function<E, String> name) {
        this.kind = kind;
        this.name = name;
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(kind.getEnumConstants()).map(name).collect(Collectors.joining(", "))
                        + " but was '" + text + "'"));
    }
}
