package org.tradehall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.PreparedStatement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.tradehall.replica.service.Reads;
import org.tradehall.replica.service.Route;
import org.tradehall.shared.service.CrossTenant;

/** What is read from the replica, and that nothing else decides where it is read. */
@AnalyzeClasses(packages = "org.tradehall", importOptions = ImportOption.DoNotIncludeTests.class)
class ReadsArchitectureTest {

  private static final Pattern LOOKING =
      Pattern.compile("(list|search|suggest|find|sum|export|report|today)\\w*");

  /** What only looks and is read from the primary all the same, and why. */
  private static final Map<String, String> FROM_THE_PRIMARY =
      Map.of(
          "UserService.find", "who may enter is judged by it",
          "ImportFiles.find", "a job works by it",
          "ImportService.search", "a node's signs of life are held against the clock",
          "ArchiveImports.find", "a node's signs of life are held against the clock",
          "ArchiveService.find", "a node's signs of life are held against the clock",
          "ArchiveService.list", "a node's signs of life are held against the clock",
          "CustomerPrivacyService.export", "is logged in the same transaction",
          "OwnPrivacyService.export", "has no transaction itself; what it calls is read there");

  @ArchTest
  static final ArchRule lists_and_searches_and_exports_are_read_from_the_replica =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotAnnotatedWith(CrossTenant.class)
          .should(
              condition(
                  "be read from the replica",
                  (method, events) -> {
                    var name = method.getOwner().getSimpleName() + "." + method.getName();
                    if (LOOKING.matcher(method.getName()).matches()
                        && !method.isAnnotatedWith(Reads.class)
                        && !FROM_THE_PRIMARY.containsKey(name)) {
                      events.add(SimpleConditionEvent.violated(method, name));
                    }
                  }));

  @ArchTest
  static final ArchRule what_is_read_from_the_replica_does_not_write =
      methods()
          .that()
          .areAnnotatedWith(Reads.class)
          .should(
              condition(
                  "write nothing",
                  (method, events) -> findWrites(method, method, new HashSet<>(), events)));

  @ArchTest
  static final ArchRule only_use_cases_are_sent_to_the_replica =
      methods()
          .that()
          .areAnnotatedWith(Reads.class)
          .should()
          .bePublic()
          .andShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .andShould()
          .notHaveRawReturnType(void.class);

  @ArchTest
  static final ArchRule nobody_else_decides_where_it_is_read =
      fields()
          .that()
          .areAnnotatedWith(PersistenceContext.class)
          .should(
              new ArchCondition<>("be of the platform or of the route") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                  var unit = field.getAnnotationOfType(PersistenceContext.class).unitName();
                  if (!"platform".equals(unit) && !field.getOwner().isEquivalentTo(Route.class)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName()));
                  }
                }
              });

  private static ArchCondition<JavaMethod> condition(
      String text, BiConsumer<JavaMethod, ConditionEvents> check) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        check.accept(method, events);
      }
    };
  }

  /** Follows the calls through our own code. */
  private static void findWrites(
      JavaMethod from, JavaMethod method, Set<JavaMethod> seen, ConditionEvents events) {
    if (!seen.add(method)) {
      return;
    }
    for (var call : method.getMethodCallsFromSelf()) {
      var owner = call.getTargetOwner();
      var name = call.getName();
      boolean writes =
          (owner.isEquivalentTo(EntityManager.class)
                  && Set.of("persist", "merge", "remove", "flush", "lock").contains(name))
              || (owner.isAssignableTo(Query.class) && name.equals("executeUpdate"))
              || (owner.isEquivalentTo(PreparedStatement.class) && name.equals("executeUpdate"))
              || (owner.isEquivalentTo(Event.class) && name.equals("fire"));
      if (writes) {
        events.add(
            SimpleConditionEvent.violated(
                from, from.getFullName() + " writes: " + call.getDescription()));
      }
      call.getTarget()
          .resolveMember()
          .ifPresent(
              target -> {
                if (target.getOwner().getPackageName().startsWith("org.tradehall")) {
                  findWrites(from, target, seen, events);
                }
              });
    }
  }
}
