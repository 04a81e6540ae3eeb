package com.alexandrite.shop.catalog;

import com.alexandrite.messages.MaterialCode;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What is offered; the names are message keys {@code product.<code>} and {@code material.<code>}.
 */
@Component
public class Catalog {

  private static final List<Product> PRODUCTS =
      List.of(
          new Product("ring"),
          new Product("pendant"),
          new Product("bracelet"),
          new Product("earrings"));

  private static final List<Material> MATERIALS =
      List.of(
          new Material(MaterialCode.SILVER_925, 10.36),
          new Material(MaterialCode.GOLD_585, 13.07),
          new Material(MaterialCode.GOLD_750, 15.58),
          new Material(MaterialCode.PLATINUM_950, 20.6));

  /** Returns the kinds of pieces. */
  public List<Product> products() {
    return PRODUCTS;
  }

  /** Returns the materials. */
  public List<Material> materials() {
    return MATERIALS;
  }

  /** Says whether both are offered. */
  public boolean offers(String product, String material) {
    return PRODUCTS.stream().anyMatch(it -> it.code().equals(product))
        && MATERIALS.stream().anyMatch(it -> it.code().equals(material));
  }

  /** A kind of piece. */
  public record Product(String code) {}

  /**
   * What a piece is made of.
   *
   * @param density in g/cm3
   */
  public record Material(String code, double density) {}
}
