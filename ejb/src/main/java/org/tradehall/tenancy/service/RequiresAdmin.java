package org.tradehall.tenancy.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.tradehall.tenancy.model.AdminPermission;

/** The right that the caller's admin role must give; of several, any. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresAdmin {

  AdminPermission[] value();
}
