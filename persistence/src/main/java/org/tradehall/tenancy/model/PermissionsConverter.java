package org.tradehall.tenancy.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes permissions as one text, their codes with spaces between them, as OAuth 2.0 writes scopes
 * (RFC 6749, 3.3). A code that this version does not know any more gives no right.
 */
@Converter
public class PermissionsConverter implements AttributeConverter<Set<Permission>, String> {

  private static final Map<String, Permission> BY_CODE = new HashMap<>();

  static {
    for (var permission : Permission.values()) {
      BY_CODE.put(permission.code(), permission);
    }
  }

  @Override
  public String convertToDatabaseColumn(Set<Permission> permissions) {
    return permissions == null ? null : text(permissions);
  }

  @Override
  public Set<Permission> convertToEntityAttribute(String text) {
    if (text == null) {
      return null;
    }
    var permissions = EnumSet.noneOf(Permission.class);
    Arrays.stream(text.split(" ", -1))
        .filter(BY_CODE::containsKey)
        .forEach(code -> permissions.add(BY_CODE.get(code)));
    return permissions;
  }

  /** In the order of the catalogue. */
  private static String text(Collection<Permission> permissions) {
    return permissions.stream().sorted().map(Permission::code).collect(Collectors.joining(" "));
  }
}
