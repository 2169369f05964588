package org.tradehall.sales;

import static org.assertj.core.api.Assertions.assertThat;

import org.tradehall.harness.Shop;
import org.tradehall.harness.Sql;

/** What must be true of a business's books at any time, whatever happened to it. */
final class Books {

  private Books() {}

  static void balance(Shop shop) {
    none(
        shop,
        "stock is the sum of its movements",
        """
        select i.product_id, i.quantity from inventory i where i.business_id = ?
          and i.quantity <> (select coalesce(sum(m.quantity), 0) from stock_movements m
            where m.business_id = i.business_id and m.product_id = i.product_id
              and m.branch_id = i.branch_id)""");
    none(
        shop,
        "a balance is the sum of its transactions",
        """
        select a.customer_id, a.balance from customer_accounts a where a.business_id = ?
          and a.balance <> (select coalesce(sum(t.amount), 0) from customer_transactions t
            where t.business_id = a.business_id and t.customer_id = a.customer_id)""");
    none(
        shop,
        "no sale is left as a draft or without lines",
        """
        select s.id from sales s where s.business_id = ? and (s.status <> 'COMPLETED'
          or not exists (select from sale_items i
            where i.business_id = s.business_id and i.sale_id = s.id))""");
    none(
        shop,
        "every item of stocked goods was issued once",
        """
        select s.id from sales s where s.business_id = ?
          and (select sum(i.quantity) from sale_items i
                join products p on p.business_id = i.business_id and p.id = i.product_id
                where i.business_id = s.business_id and i.sale_id = s.id and p.kind = 'GOODS')
           <> (select -coalesce(sum(m.quantity), 0) from stock_movements m
                where m.business_id = s.business_id and m.source_id = s.id)""");
    none(
        shop,
        "what is paid was received",
        """
        select s.id from sales s where s.business_id = ?
          and s.paid <> (select coalesce(sum(p.amount), 0) from payments p
            where p.business_id = s.business_id and p.source_id = s.id)""");
    none(
        shop,
        "what a customer's sale leaves open is on his account",
        """
        select s.id from sales s where s.business_id = ? and s.customer_id is not null
          and s.total - s.paid <> (select coalesce(sum(t.amount), 0) from customer_transactions t
            where t.business_id = s.business_id and t.source_id = s.id)""");
    none(
        shop,
        "every sale is logged once",
        """
        select s.id from sales s where s.business_id = ? and 1 <> (select count(*)
          from system_logs l where l.business_id = s.business_id and l.entity_id = s.id
            and l.action = 'sale.record')""");
    none(
        shop,
        "numbers have no gap",
        """
        select n.kind from number_series n where n.business_id = ? and n.kind = 'SALE'
          and n.next_number - 1 <> (select count(*) from sales s
            where s.business_id = n.business_id and s.branch_id = n.branch_id)""");
  }

  private static void none(Shop shop, String rule, String exceptions) {
    assertThat(Sql.superuser().rows(exceptions, shop.businessId())).as(rule).isEmpty();
  }
}
