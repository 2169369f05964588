package org.tradehall.tenancy.view;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.omnifaces.util.Faces;
import org.tradehall.identity.service.UserService;
import org.tradehall.tenancy.model.Branch;
import org.tradehall.tenancy.model.Membership;
import org.tradehall.tenancy.service.BusinessContext;
import org.tradehall.tenancy.service.BusinessService;

/** Who works where, and the person's other businesses, for the header of every page. */
@Named
@RequestScoped
public class Switcher {
  @EJB BusinessService businesses;
  @EJB UserService users;
  @Inject BusinessContext context;
  private List<Choice> choices;

  /** A business that the person may work in. */
  public static class Choice {
    private final Long id;
    private final String name;

    Choice(Membership membership) {
      this.id = membership.getBusiness().getId();
      this.name = membership.getBusiness().getName();
    }

    public Long getId() {
      return id;
    }

    public String getName() {
      return name;
    }

    public String getInitial() {
      return initial(name);
    }
  }

  public List<Choice> getChoices() {
    if (choices == null) {
      choices = businesses.mine().stream().map(Choice::new).toList();
    }
    return choices;
  }

  public String choose(Long businessId) {
    // A transaction belongs to one business: not to the one in which the person has worked so far.
    context.leave();
    businesses.choose(businessId);
    BusinessChoice.remember(Faces.getRequest(), businessId, null);
    return "/app/dashboard?faces-redirect=true";
  }

  /** Goes on in another branch of the same business; the next request checks whether it may be. */
  public String work(Long branchId) {
    BusinessChoice.remember(Faces.getRequest(), context.getBusinessId(), branchId);
    return "/app/dashboard?faces-redirect=true";
  }

  /** Where else the person may work; empty if there is nothing to choose. */
  public List<Branch> getBranches() {
    return context.isEntered() && context.getBranches().size() > 1
        ? context.getBranches()
        : List.of();
  }

  public String getInitial() {
    return context.isEntered() ? initial(context.getBusinessName()) : "";
  }

  /** Also of people who work in no business, such as the platform staff. */
  public String getUserName() {
    if (context.isEntered()) {
      return context.getUserName();
    }
    var user = context.getUserId() == null ? null : users.find(context.getUserId());
    return user == null ? "" : user.getName();
  }

  /** First letters of the first and the last name. */
  public String getUserInitials() {
    var words =
        getUserName().isBlank() ? new String[] {"·"} : getUserName().strip().split("\\s+", -1);
    var last = words.length > 1 ? initial(words[words.length - 1]) : "";
    return initial(words[0]) + last;
  }

  private static String initial(String name) {
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}
