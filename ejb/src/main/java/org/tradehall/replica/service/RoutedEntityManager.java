package org.tradehall.replica.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/**
 * The entity manager that use cases inject: each call goes to the copy of the database on which the
 * running transaction works.
 */
@ApplicationScoped
public class RoutedEntityManager {

  @Inject Route route;

  @Produces
  public EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, this::call);
  }

  private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
    if ("unwrap".equals(method.getName()) && arguments[0] == Connection.class) {
      route.mayWrite();
    }
    try {
      return method.invoke(route.entityManager(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
