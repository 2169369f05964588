package org.tradehall.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.tradehall.harness.Api;
import org.tradehall.harness.Shop;

/**
 * Where a shop sells the one thing that it has plenty of.
 *
 * @param product its id
 */
record Counter(Shop shop, long product) {

  static Counter in(Shop shop) {
    return new Counter(shop, shop.goods("A", "1", 1_000_000));
  }

  /** Sells one, for cash. */
  long sell() {
    return sold(offer());
  }

  /** Tries to sell one, for cash. */
  Api.Answer offer() {
    return shop.api()
        .post(
            "sales",
            """
            {"payments": [{"method": "CASH", "amount": 1.2}],
             "lines": [{"productId": %d, "quantity": 1}]}"""
                .formatted(product));
  }

  /** Two on somebody's account. */
  void sellOnAccount(long customer) {
    var unused =
        sold(
            shop.api()
                .post(
                    "sales",
                    "{\"customerId\": %d, \"lines\": [{\"productId\": %d, \"quantity\": 2}]}"
                        .formatted(customer, product)));
  }

  private static long sold(Api.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.id();
  }
}
