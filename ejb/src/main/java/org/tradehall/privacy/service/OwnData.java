package org.tradehall.privacy.service;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.tradehall.privacy.service.PersonalData.Section;
import org.tradehall.replica.service.Reads;
import org.tradehall.shared.service.Anyone;
import org.tradehall.shared.service.Deed;
import org.tradehall.tenancy.service.BusinessContext;

/** The caller's rows, business by business. Each call is a transaction. */
@Stateless
@Anyone("one's own data")
public class OwnData {

  @Inject EntityManager em;
  @Inject PersonalTables tables;
  @Inject BusinessContext context;
  @Inject Event<Deed> deeds;

  /** What is kept outside businesses. */
  public List<Section> outside() {
    var me = context.getUserId();
    deeds.fire(new Deed("user.export", "User", me).outsideBusinesses());
    em.flush();
    return tables.ofUser(me);
  }

  /** What is kept in the business that was entered. */
  @Reads
  public List<Section> inside() {
    return tables.ofMember(context.getUserId());
  }

  /** Makes the caller nobody; the database refuses while he is a member anywhere. */
  public void forget() {
    try (var call = em.unwrap(Connection.class).prepareStatement("select forget_me()")) {
      call.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The account could not be erased", e);
    }
    deeds.fire(new Deed("user.erase", "User", context.getUserId()).outsideBusinesses());
  }
}
