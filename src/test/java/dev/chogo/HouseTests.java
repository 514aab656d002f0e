package dev.chogo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the house as docs/STYLE.md describes it. */
@Tag("unit")
class HouseTests {

	private static final JavaClasses house = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.chogo");

	@Test
	void roomsDependOnlyOnWhatTheyList() {
		ApplicationModules.of(ChogoApplication.class).verify();
	}

	@Test
	void everyRoomSaysWhatItIsForAndIsNullMarked() {
		Set<String> rooms = house.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
		Set<String> marked = house.stream()
			.filter((it) -> it.getSimpleName().equals("package-info"))
			.filter((it) -> it.isAnnotatedWith(org.jspecify.annotations.NullMarked.class))
			.map(JavaClass::getPackageName)
			.collect(Collectors.toSet());
		assertThat(marked).isEqualTo(rooms);
	}

	/** H2 makes files of a kind by reflection, which needs a public class. */
	private static final Set<String> PUBLIC_FOR_A_LIBRARY = Set.of("dev.chogo.store.OrderedFile");

	@Test
	void typesArePublicOnlyWhereAnotherRoomNeedsThem() {
		List<String> needless = house.stream()
			.filter((it) -> it.getModifiers().contains(JavaModifier.PUBLIC) && !it.isNestedClass())
			.filter((it) -> !it.getSimpleName().equals("package-info") && !it.isEquivalentTo(ChogoApplication.class))
			.filter((it) -> it.getDirectDependenciesToSelf()
				.stream()
				.allMatch((use) -> use.getOriginClass().getPackageName().equals(it.getPackageName())))
			.map(JavaClass::getName)
			.filter((it) -> !PUBLIC_FOR_A_LIBRARY.contains(it))
			.sorted()
			.toList();
		assertThat(needless).isEmpty();
	}

	@Test
	void controllersKnowNoRepository() {
		noClasses().that()
			.areAnnotatedWith(RestController.class)
			.should()
			.dependOnClassesThat()
			.areAssignableTo(org.springframework.data.repository.Repository.class)
			.check(house);
	}

	@Test
	void entitiesHaveVerbsNotSetters() {
		noMethods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(Entity.class)
			.or()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(MappedSuperclass.class)
			.should()
			.haveNameMatching("set[A-Z].*")
			.check(house);
	}

	@Test
	void noRoomTellsTheTimeByItself() {
		noClasses().should().callMethod(java.time.Instant.class, "now").check(house);
	}

	@Test
	void refusalsAreNamedAfterWhatIsWrong() {
		classes().that()
			.areAssignableTo(org.springframework.web.ErrorResponseException.class)
			.should()
			.haveSimpleNameNotEndingWith("Exception")
			.check(house);
	}

}
