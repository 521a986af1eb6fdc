package crosspike.cli;

import crosspike.input.RecordWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads constants by the names that files have for them, such as {@code charge-trap}, or with underscores. */
final class EnumNames<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> kind;

    EnumNames(Class<E> kind) {
        this.kind = kind;
    }

    @Override
    public E convert(String text) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(kind.getEnumConstants())
                                .map(RecordWriter::name)
                                .collect(Collectors.joining(", "))
                        + " but was '" + text + "'"));
    }
}
