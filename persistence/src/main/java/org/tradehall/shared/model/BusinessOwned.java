package org.tradehall.shared.model;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * A row that belongs to one business. EclipseLink writes and filters its {@code business_id} from
 * the transaction's tenant (wall 1); the column is deliberately not an attribute, so that no code
 * can set it. Ids are unique across businesses.
 */
@MappedSuperclass
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(
    name = "business_id",
    contextProperty = BusinessOwned.TENANT,
    columnDefinition = "bigint")
public abstract class BusinessOwned {

  /** Name of the EclipseLink property that holds the id of the transaction's business. */
  public static final String TENANT = "eclipselink.tenant-id";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
  @SequenceGenerator(name = "ids", sequenceName = "ids", allocationSize = 500)
  private Long id;

  /** Null until the entity is persisted. */
  public Long getId() {
    return id;
  }
}
