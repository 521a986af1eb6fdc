package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The launcher's options for single methods: it asks Java to be quiet about them, so a mistake would only be slow. */
class LauncherOptionsTest {
    private static final Pattern OPTION = Pattern.compile("-XX:CompileCommand=(?!quiet)\\S+[^\\s']");
    private static final Pattern OURS = Pattern.compile(",(crosspike\\.[\\w.]+)::(\\w+|\\*)");

    private final List<String> options = options();

    @Test
    void thisJavaUnderstandsThem() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-version");
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), said);
        List<String> understood =
                said.lines().filter(line -> line.contains(" = ")).toList();
        assertEquals(options.size(), understood.size(), said);
    }

    @Test
    void theMethodsOfOursExist() throws Exception {
        for (String option : options) {
            var named = OURS.matcher(option);
            if (named.find()) {
                assertTrue(exists(named.group(1), named.group(2)), option);
            }
        }
    }

    private static boolean exists(String type, String method) throws ClassNotFoundException {
        if (method.equals("*")) {
            return LauncherOptionsTest.class.getResource("/" + type.replace('.', '/') + ".class") != null;
        }
        Class<?> found = Class.forName(type, false, LauncherOptionsTest.class.getClassLoader());
        boolean isVectorCode =
                found.getSimpleName().startsWith("Vector"); // these tests do without Java's vector module
        return Stream.of(isVectorCode ? found.getInterfaces() : new Class<?>[] {found})
                .flatMap(declaring -> Arrays.stream(declaring.getDeclaredMethods()))
                .anyMatch(declared -> declared.getName().equals(method));
    }

    private static List<String> options() {
        try {
            String launcher = Files.readString(Installation.path("crosspike"));
            return OPTION.matcher(launcher).results().map(MatchResult::group).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
