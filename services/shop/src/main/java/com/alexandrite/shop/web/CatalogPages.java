package com.alexandrite.shop.web;

import com.alexandrite.shop.catalog.Catalog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where customers look around and begin. */
@Controller
class CatalogPages {

  private final Catalog catalog;

  CatalogPages(Catalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping("/")
  String catalog(Model model) {
    model.addAttribute("catalog", catalog);
    return "catalog";
  }

  @GetMapping("/new")
  String begin(
      @RequestParam(defaultValue = "ring") String product,
      @RequestParam(defaultValue = "silver-925") String material,
      Model model) {
    model.addAttribute("catalog", catalog);
    model.addAttribute("product", product);
    model.addAttribute("material", material);
    return "new-order";
  }
}
