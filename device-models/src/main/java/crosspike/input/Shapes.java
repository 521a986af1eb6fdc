package crosspike.input;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** Finds the {@link Shape} of a Java type. */
final class Shapes {
    private Shapes() {}

    /**
     * @throws IllegalArgumentException if no shape is known for the type: a mistake in the program
     */
    static Shape of(Type type, Key key) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) return new ListShape(of(arguments[0], key));
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new MapShape(of(arguments[1], key));
            }
        }
        if (type instanceof Class<?> plain) {
            if (plain == int.class || plain == Integer.class) {
                return new WholeShape(true, Bounds.of(key));
            }
            if (plain == long.class || plain == Long.class) {
                return new WholeShape(false, Bounds.of(key));
            }
            if (plain == double.class || plain == Double.class) {
                return new QuantityShape(key.dimension(), Bounds.of(key), false);
            }
            if (plain == float.class || plain == Float.class) {
                return new QuantityShape(key.dimension(), Bounds.of(key), true);
            }
            if (plain == boolean.class || plain == Boolean.class) return new FlagShape();
            if (plain == Node.class) return new AnyShape();
            if (plain == String.class) return new TextShape(List.of(key.choices()));
            if (plain.isEnum()) return EnumShape.of(plain, List.of(key.choices()));
            if (plain.isRecord()) return new RecordShape(plain);
            if (VariantShape.suits(plain)) return VariantShape.of(plain, key.defaultKind(), key.kindOf());
        }
        throw new IllegalArgumentException("@Key does not support the type " + type.getTypeName());
    }
}
