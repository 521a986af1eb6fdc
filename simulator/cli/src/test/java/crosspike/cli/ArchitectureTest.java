package crosspike.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows of docs/architecture.md. Maven keeps those between modules; these are the ones between packages. Each rule is checked, and
 * fails like an assertion, by the engine of ArchUnit.
 */
@AnalyzeClasses(packages = "crosspike", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("crosspike..")
            .ensureAllClassesAreContainedInArchitecture()
            .withOptionalLayers(true)
            .layer("input")
            .definedBy("crosspike.input")
            .layer("random")
            .definedBy("crosspike.random")
            .layer("vector")
            .definedBy("crosspike.vector")
            .layer("device")
            .definedBy("crosspike.device..")
            .layer("crossbar")
            .definedBy("crosspike.crossbar")
            .layer("instrument")
            .definedBy("crosspike.instrument..")
            .layer("circuit")
            .definedBy("crosspike.circuit..")
            .layer("wire")
            .definedBy("crosspike.wire")
            .layer("spice")
            .definedBy("crosspike.spice..")
            .layer("snn")
            .definedBy("crosspike.snn..")
            .layer("experiment")
            .definedBy("crosspike.experiment..")
            .layer("spark")
            .definedBy("crosspike.spark")
            .layer("report")
            .definedBy("crosspike.report..")
            .layer("cli")
            .definedBy("crosspike.cli")
            .whereLayer("input")
            .mayNotAccessAnyLayer()
            .whereLayer("random")
            .mayOnlyAccessLayers("input")
            .whereLayer("vector")
            .mayNotAccessAnyLayer()
            .whereLayer("device")
            .mayOnlyAccessLayers("random", "input")
            .whereLayer("crossbar")
            .mayOnlyAccessLayers("device", "random", "vector", "input")
            .whereLayer("instrument")
            .mayOnlyAccessLayers("crossbar", "device", "random", "input")
            .whereLayer("circuit")
            .mayOnlyAccessLayers("crossbar", "device", "random", "input")
            .whereLayer("wire")
            .mayOnlyAccessLayers("circuit", "crossbar", "device", "random", "input")
            .whereLayer("spice")
            .mayOnlyAccessLayers("wire", "circuit", "crossbar", "device", "random", "input")
            .whereLayer("snn")
            .mayOnlyAccessLayers("crossbar", "device", "random", "vector", "input")
            .whereLayer("experiment")
            .mayOnlyBeAccessedByLayers("report", "cli", "spark")
            .whereLayer("report")
            .mayOnlyAccessLayers(
                    "experiment", "spice", "wire", "circuit", "instrument", "crossbar", "device", "random", "input")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule NETWORKS_KNOW_NEITHER_FILES_NOR_CHARTS = noClasses()
            .that()
            .resideInAPackage("crosspike.snn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "org.jfree..", "picocli..");

    @ArchTest
    static final ArchRule DATA_SETS_KNOW_NO_CIRCUIT_SIMULATOR = noClasses()
            .that()
            .resideInAPackage("crosspike.experiment.data")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("crosspike.spice..");

    /** These may differ in the last bit between Java versions; StrictMath does not. Fits are no part of a run. */
    @ArchTest
    static final ArchRule RUNS_GIVE_THE_SAME_BITS_ON_EVERY_JAVA = noClasses()
            .that()
            .resideInAnyPackage("crosspike.device..", "crosspike.crossbar..", "crosspike.snn..")
            .and()
            .resideOutsideOfPackage("crosspike.device.calibration..")
            .should()
            .callMethod(Math.class, "exp", double.class)
            .orShould()
            .callMethod(Math.class, "expm1", double.class)
            .orShould()
            .callMethod(Math.class, "log", double.class)
            .orShould()
            .callMethod(Math.class, "pow", double.class, double.class);

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("crosspike.(**)").should().beFreeOfCycles();
}
