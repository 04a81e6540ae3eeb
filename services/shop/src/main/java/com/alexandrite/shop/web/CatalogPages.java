package com.alexandrite.shop.web;

import com.alexandrite.shop.catalog.Catalog;
import com.alexandrite.shop.order.StartingOrder;
import com.alexandrite.shop.order.UploadingModel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where customers look around and begin. */
@Controller
class CatalogPages {

  private final Catalog catalog;
  private final StartingOrder starting;
  private final UploadingModel uploading;

  CatalogPages(Catalog catalog, StartingOrder starting, UploadingModel uploading) {
    this.catalog = catalog;
    this.starting = starting;
    this.uploading = uploading;
  }

  @GetMapping("/")
  String catalog(Model model) {
    model.addAttribute("catalog", catalog);
    model.addAttribute("maxBytes", uploading.limitBytes());
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
    model.addAttribute("open", starting.isOpen());
    model.addAttribute("maxBytes", uploading.limitBytes());
    return "new-order";
  }
}
