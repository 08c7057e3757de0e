package dev.perftriage;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.perftriage.report.ExactNumber;
import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.channels.Channel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may use what: data flows one way. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.perftriage");

  /** The methods of {@link Files} that create, change or rename a file. */
  private static final Pattern WRITES =
      Pattern.compile(
          "write.*|new(OutputStream|BufferedWriter|ByteChannel)|copy|move|create.*|set.*");

  @Test
  void eachPackageUsesOnlyThoseBeforeIt() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("..perftriage.model..")
            .layer("analysis")
            .definedBy("..perftriage.analysis..")
            .layer("source")
            .definedBy("..perftriage.source..")
            .layer("report")
            .definedBy("..perftriage.report..")
            .layer("log")
            .definedBy("..perftriage.log..")
            .layer("app")
            .definedBy("..perftriage.app..")
            .layer("cli")
            .definedBy("..perftriage.cli..")
            .whereLayer("model")
            .mayNotAccessAnyLayer()
            .whereLayer("analysis")
            .mayOnlyAccessLayers("model")
            .whereLayer("source")
            .mayOnlyAccessLayers("model")
            .whereLayer("report")
            .mayOnlyAccessLayers("model", "analysis")
            .whereLayer("log")
            .mayOnlyAccessLayers("model", "report")
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer());
  }

  @Test
  void nothingUsesWhatOnlyTheBuildRuns() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..perftriage.build..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..perftriage.build.."));
  }

  @Test
  void packagesOfSourceUseOnlyThoseBelow() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("io")
            .definedBy("dev.perftriage.source.io")
            .layer("wire")
            .definedBy("dev.perftriage.source.wire")
            .layer("http")
            .definedBy("dev.perftriage.source.http")
            .layer("store")
            .definedBy("dev.perftriage.source.store")
            .layer("source")
            .definedBy("dev.perftriage.source")
            .layer("revision")
            .definedBy("dev.perftriage.source.revision")
            .layer("range")
            .definedBy("dev.perftriage.source.range")
            .whereLayer("io")
            .mayNotAccessAnyLayer()
            .whereLayer("wire")
            .mayOnlyAccessLayers("io")
            .whereLayer("http")
            .mayOnlyAccessLayers("io", "wire")
            .whereLayer("store")
            .mayOnlyAccessLayers("io", "wire")
            .whereLayer("source")
            .mayOnlyAccessLayers("http", "store", "wire", "io")
            .whereLayer("revision")
            .mayOnlyAccessLayers("source", "http", "store", "wire")
            .whereLayer("range")
            .mayOnlyAccessLayers("revision", "source", "http", "store", "wire", "io"));
  }

  @Test
  void theModelUsesNothing() {
    check(
        classes()
            .that()
            .resideInAPackage("..perftriage.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "..perftriage.model.."));
  }

  @Test
  void onlySourceSpeaksHttpAndMessagePack() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "..perftriage.source..", "..perftriage.app..", "..perftriage.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "org.msgpack.."));
  }

  @Test
  void onlySourceAndDataFormatsUseJackson() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "..perftriage.source..", "..perftriage.report.data..", "..perftriage.log.data..")
            // All digits of a double, on every Java alike, are a matter of any format.
            .and()
            .doNotBelongToAnyOf(ExactNumber.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.."));
  }

  @Test
  void onlyChartsDraw() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("..perftriage.report.chart..", "..perftriage.log.history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "org.jfree.."));
  }

  @Test
  void onlyThePageUsesTemplates() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..perftriage.report.html..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gg.jte.."));
  }

  @Test
  void formatsKnowNothingOfOneAnother() {
    String[] formats =
        Stream.of("chart", "data", "html", "markdown", "text")
            .map(format -> "..perftriage.report." + format + "..")
            .toArray(String[]::new);
    for (String format : formats) {
      check(
          noClasses()
              .that()
              .resideInAPackage(format)
              .should()
              .dependOnClassesThat(resideInAnyPackage(formats).and(not(resideInAPackage(format)))));
    }
    check(
        noClasses()
            .that()
            .resideInAnyPackage("..perftriage.report.prose..", "..perftriage.report.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(formats));
  }

  @Test
  void onlyTheCommandLineUsesPicocli() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("..perftriage.cli..", "..perftriage.build..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  @Test
  void theCommandLineComputesNothing() {
    // What options are read into, and what is handed to a use case or back.
    List<String> values =
        List.of(
            "analysis.CaseFilter",
            "analysis.Criterion",
            "analysis.Dimension",
            "analysis.FieldKey",
            "analysis.FilterKey",
            "analysis.FilterPattern",
            "analysis.Gate",
            "analysis.Magnitude",
            "analysis.Percentage",
            "analysis.TriageWeek",
            "source.http.Limits",
            "source.http.Services.Addresses",
            "source.http.Connection",
            "source.io.Advice",
            "source.io.IoReasons",
            "source.io.SizeLimit",
            "source.range.Progress",
            "source.store.Store.Contents");
    check(
        noClasses()
            .that()
            .resideInAPackage("..perftriage.cli..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("..perftriage.source..", "..perftriage.analysis..")
                    .and(
                        describe(
                            "are no values",
                            used ->
                                values.stream()
                                    .map("dev.perftriage."::concat)
                                    .noneMatch(
                                        value ->
                                            (used.getName().replace('$', '.') + ".")
                                                .startsWith(value + "."))))));
  }

  @Test
  void theCommandLineUsesUseCasesAndTheyKnowNoTerminal() {
    check(
        noClasses()
            .that()
            .resideInAPackage("..perftriage.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..", "..perftriage.cli.."));
  }

  @Test
  void onlyTheCommandLineNamesOptions() throws IOException {
    Path sources = Path.of("src/main/java/dev/perftriage");
    Pattern option = Pattern.compile("\"[^\"\\n]*--[a-z][^\"\\n]*\"");
    List<String> named = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!file.startsWith(sources.resolve("cli"))) {
          option
              .matcher(Files.readString(file))
              .results()
              .map(MatchResult::group)
              .forEach(named::add);
        }
      }
    }
    assertThat(named).isEmpty();
  }

  @Test
  void commandsAreDescribedByCallsWhichStartFaster() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage("picocli..").and(describe("annotate", JavaClass::isAnnotation))));
  }

  @Test
  void analysisReportsAndLogsSeeNoFilesClocksOrEnvironment() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(
                "..perftriage.model..",
                "..perftriage.analysis..",
                "..perftriage.report..",
                "..perftriage.log..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Files.class, Path.class, File.class, Clock.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Locale.class, "getDefault");
    check(rule);
  }

  @Test
  void nothingIteratesInAnOrderThatChangesFromRunToRun() {
    check(
        noClasses()
            .should()
            .callMethod(Map.class, "copyOf", Map.class)
            .orShould()
            .callMethod(Set.class, "copyOf", Collection.class)
            .because("their order depends on a salt that each JVM draws"));
  }

  @Test
  void onlyMainStopsTheProgramOrUsesTheStandardStreams() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.perftriage.cli.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void onlyTemporaryFilesThatReplaceOthersAreWritten() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("..perftriage.source.io..", "..perftriage.build..")
            .should(
                use(
                    "write files",
                    access ->
                        (access.getTargetOwner().isEquivalentTo(Files.class)
                                && WRITES.matcher(access.getName()).matches())
                            || (access.getTargetOwner().isAssignableTo(Channel.class)
                                && access.getName().equals("open"))
                            || (isConstructor(access)
                                && (access.getTargetOwner().isAssignableTo(FileWriter.class)
                                    || access
                                        .getTargetOwner()
                                        .isAssignableTo(RandomAccessFile.class)))
                            || (isConstructor(access)
                                && access.getTargetOwner().isAssignableTo(FileOutputStream.class)
                                // Main opens the standard streams.
                                && !takes(access, FileDescriptor.class)))));
  }

  @Test
  void onlyOneClassPrints() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.perftriage.cli.Output")
            .should(
                use(
                    "create a printer",
                    access ->
                        isConstructor(access)
                            && (access.getTargetOwner().isAssignableTo(PrintWriter.class)
                                || access.getTargetOwner().isAssignableTo(PrintStream.class)))));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("..perftriage.cli..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(PrintWriter.class, PrintStream.class, Console.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  private static boolean isConstructor(JavaAccess<?> access) {
    return access.getName().equals("<init>");
  }

  private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
    return access.getTarget().getFullName().contains(parameter.getName());
  }

  /** A condition on calls and references, which the classes of the build do not have to meet. */
  private static ArchCondition<JavaClass> use(String description, Predicate<JavaAccess<?>> used) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaAccess<?> access : item.getAccessesFromSelf()) {
          if (used.test(access)) {
            events.add(SimpleConditionEvent.satisfied(item, access.getDescription()));
          }
        }
      }
    };
  }

  @Test
  void everyPackageIsNullMarked() {
    check(
        classes()
            .that()
            // Translated templates are no sources of ours.
            .resideOutsideOfPackage("..report.html.template..")
            .should()
            .resideInAnyPackage("dev.perftriage..")
            .andShould(
                new ArchCondition<>("be in a null-marked package") {
                  @Override
                  public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(item, marked, item.getName()));
                  }
                }));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
