package org.tradehall.demo.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tradehall.catalog.model.Product;
import org.tradehall.catalog.model.ProductKind;
import org.tradehall.catalog.service.ProductForm;
import org.tradehall.catalog.service.ProductService;
import org.tradehall.ledger.model.PaymentMethod;
import org.tradehall.parties.model.Customer;
import org.tradehall.parties.service.CustomerForm;
import org.tradehall.parties.service.CustomerService;
import org.tradehall.sales.service.NewSale;
import org.tradehall.sales.service.NewSale.Line;
import org.tradehall.sales.service.NewSale.NewPayment;
import org.tradehall.tenancy.model.ReadyRole;
import org.tradehall.tenancy.model.RoleChoice;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;
import org.tradehall.tenancy.service.NewBusiness;

/** A corner shop with goods, customers and thirty days of trade, made through the real services. */
@ApplicationScoped
public class DemoShop {

  private static final int DAYS = 30;

  private static final List<String> GOODS =
      List.of(
          "1001;Espresso beans 1 kg;18.90;11.20",
          "1002;Filter coffee 500 g;8.50;4.90",
          "1003;Earl Grey tea, 50 bags;5.40;2.70",
          "1004;Drinking chocolate 400 g;6.20;3.40",
          "2001;Sourdough bread;4.80;1.90",
          "2002;Butter croissant;1.90;0.70",
          "2003;Oat biscuits 250 g;3.20;1.50",
          "2004;Strawberry jam 340 g;4.10;2.10",
          "3001;Linen tea towel;9.90;4.80",
          "3002;Stoneware mug;14.50;6.90",
          "3003;Beeswax candle;7.80;3.60",
          "3004;Picnic basket;48.00;27.50",
          "4001;Gift wrap, sheet;1.50;0.40",
          "4002;Greeting card;3.50;1.20");

  private static final List<String> CUSTOMERS =
      List.of(
          "C-001;Linden Street Bakery;Germany",
          "C-002;Harbour View Hotel;Germany",
          "C-003;Meridian Office Services;Netherlands",
          "C-004;Oakfield Primary School;Germany",
          "C-005;Studio Birke;Austria");

  @Inject BusinessContext context;
  @Inject DemoUsers users;
  @Inject BusinessService businesses;
  @Inject ProductService products;
  @Inject CustomerService customers;
  @Inject DemoTrade trade;
  @Inject DemoBooks books;
  @Inject Clock clock;

  /** Does nothing if there is any user already. */
  @ActivateRequestContext
  public void furnish() {
    if (!users.isInstallationEmpty()) {
      return;
    }
    users.makeAdmin(users.create("Ada Platform", "admin"));
    var cashier = users.create("Casey Cashier", "cashier");
    context.identify(users.create("Olive Owner", "owner"));
    open("Harbour Lane Supplies");
    users.employ(cashier, RoleChoice.of(ReadyRole.CASHIER));
    var goods = GOODS.stream().map(this::product).toList();
    var buyers = CUSTOMERS.stream().map(this::customer).toList();
    tradeFor(goods, buyers);
    books.keep(context.getUserId());
  }

  private void open(String name) {
    businesses.open(
        new NewBusiness(
            name,
            Currency.getInstance("EUR"),
            Locale.forLanguageTag("en-IE"),
            ZoneId.of("Europe/Berlin"),
            true,
            false,
            "VAT 19 %",
            new BigDecimal("19")));
  }

  private Product product(String line) {
    var field = line.split(";", -1);
    return products.create(
        new ProductForm(
            field[0],
            field[1],
            null,
            ProductKind.GOODS,
            new BigDecimal(field[2]),
            new BigDecimal(field[3]),
            null,
            true,
            null,
            BigDecimal.valueOf(400)));
  }

  private Customer customer(String line) {
    var field = line.split(";", -1);
    return customers.create(new CustomerForm(field[0], field[1], null, null, field[2], null));
  }

  private void tradeFor(List<Product> goods, List<Customer> buyers) {
    var random = new Random(17);
    var today = context.getBranch().businessDate(clock.instant());
    for (int daysAgo = DAYS; daysAgo >= 0; daysAgo--) {
      int sales = daysAgo == 0 ? 3 : 3 + random.nextInt(6);
      for (int i = 0; i < sales; i++) {
        var time = daysAgo == 0 ? LocalTime.of(0, i) : LocalTime.of(9 + i, random.nextInt(60));
        trade.sell(sale(random, goods, buyers), today.minusDays(daysAgo), time);
      }
    }
  }

  private static NewSale sale(Random random, List<Product> goods, List<Customer> buyers) {
    var lines = new ArrayList<Line>();
    var sum = BigDecimal.ZERO;
    for (int i = 0; i <= random.nextInt(4); i++) {
      var product = goods.get(random.nextInt(goods.size()));
      var quantity = BigDecimal.valueOf(1 + random.nextInt(3));
      lines.add(new Line(product.getId(), quantity, null, null, null));
      sum = sum.add(product.getPrice().getAmount().multiply(quantity));
    }
    var buyer = random.nextInt(3) == 0 ? buyers.get(random.nextInt(buyers.size())).getId() : null;
    boolean onAccount = buyer != null && random.nextInt(3) == 0;
    var method = random.nextBoolean() ? PaymentMethod.CASH : PaymentMethod.CARD;
    List<NewPayment> payments = onAccount ? List.of() : List.of(new NewPayment(method, sum));
    return new NewSale(null, buyer, lines, null, null, payments, null);
  }
}
