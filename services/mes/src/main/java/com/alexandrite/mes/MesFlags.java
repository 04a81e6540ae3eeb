package com.alexandrite.mes;

import com.alexandrite.flags.catalogue.Features;
import com.alexandrite.kit.drill.FaultFlags;
import com.alexandrite.kit.flags.FlagCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which flags the MES has. */
@Configuration(proxyBeanMethods = false)
class MesFlags {

  @Bean
  FlagCatalogue flagCatalogue() {
    return new FlagCatalogue(Features.ALL);
  }

  @Bean
  FaultFlags faultFlags() {
    return new FaultFlags(
        Features.FAULT_ERRORS,
        Features.FAULT_LATENCY,
        Features.FAULT_READINESS,
        Features.FAULT_CPU,
        Features.FAULT_LOST_MESSAGE);
  }
}
