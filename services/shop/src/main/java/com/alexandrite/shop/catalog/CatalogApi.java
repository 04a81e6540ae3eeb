package com.alexandrite.shop.catalog;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for programs. */
@RestController
class CatalogApi {

  private final Catalog catalog;
  private final MessageSource messages;

  CatalogApi(Catalog catalog, MessageSource messages) {
    this.catalog = catalog;
    this.messages = messages;
  }

  @GetMapping("/api/catalog")
  CatalogView show(Locale locale) {
    return new CatalogView(
        catalog.products().stream().map(it -> named("product", it.code(), locale)).toList(),
        catalog.materials().stream().map(it -> named("material", it.code(), locale)).toList());
  }

  private Named named(String kind, String code, Locale locale) {
    return new Named(code, messages.getMessage(kind + "." + code, null, locale));
  }

  record CatalogView(List<Named> products, List<Named> materials) {}

  record Named(String code, String name) {}
}
