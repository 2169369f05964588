package org.tradehall.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tradehall.harness.ContainerServer;
import org.tradehall.identity.model.User;
import org.tradehall.identity.service.SignUp;
import org.tradehall.identity.service.UserService;
import org.tradehall.shared.model.ForbiddenException;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.CrossTenant;
import org.tradehall.tenancy.model.Business;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.NewBusiness;

/**
 * Every use case is called as every ready-made role, and what happens is held against a written
 * table. A use case that is not in the table fails the test: whoever adds one says who may do it.
 */
@ArquillianTest
class RightsMatrixIT {

  /** Who may: O owner, M manager, C cashier, S stock keeper, A accountant, V viewer. */
  private static final String TABLE =
      """
      AdoptionService.adopt ......
      ApiKeyService.create O.....
      ApiKeyService.list O.....
      ApiKeyService.revoke O.....
      ArchiveImports.advance ......
      ArchiveImports.begin ......
      ArchiveImports.fail ......
      ArchiveImports.find ......
      ArchiveImports.here ......
      ArchiveImports.latest ......
      ArchiveService.find ......
      ArchiveService.list ......
      ArchiveService.upload ......
      BranchService.create OM....
      BranchService.get OM....
      BranchService.list OM....
      BranchService.update OM....
      BusinessArchive.write O.....
      BusinessService.close O.....
      BusinessService.found ......
      BusinessService.update O.....
      CustomerAccountService.balances OMC.AV
      CustomerAccountService.paymentsOf OMC.AV
      CustomerAccountService.transactions OMC.AV
      CustomerPrivacyService.erase O.....
      CustomerPrivacyService.export O.....
      CustomerPrivacyService.keptUntil O.....
      CustomerService.create OMC...
      CustomerService.get OMC.AV
      CustomerService.search OMC.AV
      CustomerService.suggest OMC.AV
      CustomerService.update OMC...
      DashboardService.today OM..AV
      DemoTrade.sell OMC...
      DemoUsers.employ O.....
      ExpenseService.approve OM..A.
      ExpenseService.cancel OM..A.
      ExpenseService.get OM..AV
      ExpenseService.record OM..A.
      ExpenseService.reject OM..A.
      ExpenseService.search OM..AV
      ExpenseService.sum OM..AV
      ExpenseService.taxRates OM..A.
      ExpenseService.withdraw OM..A.
      ImportFiles.delete OM....
      ImportFiles.find OM....
      ImportFiles.isKept OM....
      ImportService.booked OM....
      ImportService.execute OM....
      ImportService.get OM....
      ImportService.report OM....
      ImportService.search OM....
      ImportService.stop OM....
      ImportService.upload OM....
      ImportSteps.advance OM....
      ImportSteps.check OM....
      ImportSteps.endCheck OM....
      ImportSteps.execute OM....
      ImportSteps.interrupt OM....
      ImportSteps.open OM....
      ImportSteps.refuse OM....
      ImportSteps.save OM....
      ImportSteps.stop OM....
      InvitationService.invite OM....
      InvitationService.list OM....
      InvitationService.withdraw OM....
      LogService.get OM..A.
      LogService.people OM..A.
      LogService.search OM..A.
      LogService.verify OM..A.
      MemberService.get OM....
      MemberService.list OM....
      MemberService.remove OM....
      MemberService.transferOwnership O.....
      MemberService.update OM....
      ProductService.create OM.S..
      ProductService.get OMCSAV
      ProductService.search OMCSAV
      ProductService.suggest OMCSAV
      ProductService.update OM.S..
      RoleService.create O.....
      RoleService.delete O.....
      RoleService.get O.....
      RoleService.list OM....
      RoleService.update O.....
      SaleReturnService.of OMC.AV
      SaleReturnService.record OM....
      SaleService.get OMC.AV
      SaleService.quote OMC...
      SaleService.record OMC...
      SaleService.search OMC.AV
      SaleService.sum OMC.AV
      SettingService.branches O.....
      SettingService.changeBranch O.....
      SettingService.changeBusiness O.....
      SettingService.ofBranch O.....
      SettingService.ofBusiness O.....
      StockService.adjust OM.S..
      StockService.movements OMCSAV
      StockService.movementsOf OMC.AV
      StockService.onHand OMCSAV
      StockService.open OM.S..
      SupportService.begin ......
      SupportService.enter ......
      SupportService.list O.....
      TaxRateService.furnish O.....
      TaxRateService.list OMCSAV
      """;

  @Inject Members members;
  @Inject BusinessContext context;
  @Inject BusinessService businesses;
  @Inject UserService users;
  @Inject UserTransaction transaction;
  @Inject BeanManager beans;

  @Deployment
  static EnterpriseArchive application() {
    return ContainerServer.application(RightsMatrixIT.class, Members.class);
  }

  /** Makes members without asking anybody. */
  @ApplicationScoped
  public static class Members {

    @PersistenceContext(unitName = "primary")
    EntityManager em;

    @Inject Clock clock;

    @Transactional
    public void employ(Long business, Long user, ReadyRole role) {
      em.unwrap(org.eclipse.persistence.jpa.JpaEntityManager.class)
          .setProperty("eclipselink.tenant-id", business);
      bind(business);
      em.persist(
          new Membership(
              em.find(Business.class, business), em.find(User.class, user), role, clock.instant()));
    }

    private void bind(Long business) {
      try (var statement =
          em.unwrap(java.sql.Connection.class)
              .prepareStatement("select set_config('app.business_id', ?, true)")) {
        statement.setString(1, business.toString());
        statement.execute();
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Bodies that are called without arguments fail, which is not what is asked here. */
  private static final Logger FAILURES = Logger.getLogger("org.jboss.as.ejb3.invocation");

  @BeforeEach
  void expectFailures() {
    FAILURES.setLevel(Level.OFF);
  }

  @AfterEach
  void leave() throws Exception {
    FAILURES.setLevel(null);
    rollback();
    context.identify(null);
  }

  @Test
  void every_use_case_is_open_to_the_roles_of_the_table_and_to_no_others() throws Exception {
    var business = business();
    var staff = new LinkedHashMap<ReadyRole, Long>();
    for (var role : ReadyRole.values()) {
      staff.put(role, role == ReadyRole.OWNER ? owner : employ(business, role));
    }
    var actual = new TreeMap<String, String>();
    for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      if (isUseCases(bean)) {
        for (var method : useCases(bean.getBeanClass())) {
          var name = bean.getBeanClass().getSimpleName() + "." + method.getName();
          actual.put(name, mayCall(bean, method, business, staff));
        }
      }
    }
    var told =
        actual.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(told).isEqualTo(TABLE);
  }

  private String mayCall(Bean<?> bean, Method method, Long business, Map<ReadyRole, Long> staff)
      throws Exception {
    var may = new StringBuilder();
    for (var member : staff.entrySet()) {
      context.identify(member.getValue());
      businesses.enter(business, null);
      may.append(isRefused(bean, method) ? '.' : member.getKey().name().charAt(0));
    }
    return may.toString();
  }

  /** Without sensible arguments: the right is asked for before anything is looked at. */
  private boolean isRefused(Bean<?> bean, Method method) throws Exception {
    var instance =
        beans.getReference(bean, bean.getBeanClass(), beans.createCreationalContext(bean));
    var arguments = new ArrayList<Object>();
    for (var type : method.getParameterTypes()) {
      arguments.add(
          type == int.class ? Integer.valueOf(0) : type == boolean.class ? Boolean.FALSE : null);
    }
    transaction.begin();
    try {
      var unused = method.invoke(instance, arguments.toArray());
      return false;
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof ForbiddenException refusal
          && refusal.code().equals("shared.forbidden");
    } finally {
      rollback();
    }
  }

  private static boolean isUseCases(Bean<?> bean) {
    var type = bean.getBeanClass();
    return type.isAnnotationPresent(Stateless.class)
        && type.getPackageName().startsWith("org.tradehall.")
        && !type.isAnnotationPresent(CrossTenant.class);
  }

  /** What is open to anyone says so, with its reason, where it is declared. */
  private static Method[] useCases(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> !m.isSynthetic())
        .filter(m -> !m.isAnnotationPresent(Anyone.class))
        .filter(
            m ->
                !type.isAnnotationPresent(Anyone.class)
                    || m.isAnnotationPresent(org.tradehall.tenancy.service.Requires.class))
        .toArray(Method[]::new);
  }

  private Long owner;

  private Long business() {
    owner = signUp();
    context.identify(owner);
    return businesses
        .open(
            new NewBusiness(
                "Matrix",
                Currency.getInstance("EUR"),
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                true,
                false,
                "none",
                BigDecimal.ZERO))
        .getId();
  }

  private Long employ(Long business, ReadyRole role) {
    var user = signUp();
    members.employ(business, user, role);
    return user;
  }

  private Long signUp() {
    var mail = UUID.randomUUID() + "@example.org";
    return users.signUp(new SignUp("Ines", mail, "correct horse battery")).getId();
  }

  private void rollback() throws Exception {
    if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      transaction.rollback();
    }
  }
}
