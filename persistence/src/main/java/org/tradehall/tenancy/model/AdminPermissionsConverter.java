package org.tradehall.tenancy.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the permissions of platform staff as one text; all of them are {@code *}. */
@Converter
public class AdminPermissionsConverter implements AttributeConverter<Set<AdminPermission>, String> {

  private static final String ALL = "*";

  @Override
  public String convertToDatabaseColumn(Set<AdminPermission> permissions) {
    return permissions.containsAll(EnumSet.allOf(AdminPermission.class))
        ? ALL
        : permissions.stream().sorted().map(AdminPermission::code).collect(Collectors.joining(" "));
  }

  @Override
  public Set<AdminPermission> convertToEntityAttribute(String text) {
    if (ALL.equals(text)) {
      return EnumSet.allOf(AdminPermission.class);
    }
    var codes = Arrays.asList(text.split(" ", -1));
    var permissions = EnumSet.noneOf(AdminPermission.class);
    Arrays.stream(AdminPermission.values())
        .filter(permission -> codes.contains(permission.code()))
        .forEach(permissions::add);
    return permissions;
  }
}
