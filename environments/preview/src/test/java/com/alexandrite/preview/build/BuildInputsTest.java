package com.alexandrite.preview.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.alexandrite.preview.change.Modules;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildInputsTest {
  @TempDir private Path temporary;
  private SmallProduct product;
  private String main = "";

  @BeforeEach
  void aProduct() throws Exception {
    product = SmallProduct.in(temporary.resolve("checkout"));
    main = product.git().revision("main");
  }

  @ParameterizedTest
  @CsvSource({
    "services/shop/src/main/java/New.java, true",
    "services/words/src/main/resources/words.md, true",
    ".mvn/jvm.config, true",
    "services/shop/src/test/java/NewTest.java, false",
    "services/shop/README.md, false",
    "services/crm/src/main/java/New.java, false",
    "pipelines/new, false",
  })
  void a_file_counts_when_the_shop_is_made_from_it(String file, boolean counts) throws Exception {
    String changed = product.repository().branch("feature", "main", Map.of(file, "new"));
    var inputs = new BuildInputs(product.git(), Modules.of(product.git(), main));

    assertThat(inputs.of("shop", changed).equals(inputs.of("shop", main))).isEqualTo(!counts);
  }

  @Test
  void a_revision_that_is_gone_has_no_inputs() throws Exception {
    var inputs = new BuildInputs(product.git(), Modules.of(product.git(), main));

    assertThat(inputs.of("shop", "f".repeat(40))).isEqualTo(Optional.empty());
  }
}
