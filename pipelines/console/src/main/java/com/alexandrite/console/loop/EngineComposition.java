package com.alexandrite.console.loop;

import com.alexandrite.console.place.OnThisMachine;
import com.alexandrite.console.release.ConsoleSettings;
import com.alexandrite.console.release.Passes;
import com.alexandrite.environment.artifact.ArtifactStore;
import com.alexandrite.environment.process.FileProcessHost;
import com.alexandrite.environment.process.ProcessWatch;
import com.alexandrite.rollouts.engine.analysis.Measuring;
import com.alexandrite.rollouts.engine.port.RolloutStore;
import com.alexandrite.rollouts.engine.reconcile.RolloutController;
import com.alexandrite.rollouts.engine.reconcile.RolloutListener;
import com.alexandrite.rollouts.local.ArtifactPrograms;
import com.alexandrite.rollouts.local.LocalCluster;
import com.alexandrite.rollouts.local.LocalMetrics;
import com.alexandrite.rollouts.local.LocalTrafficRouter;
import com.alexandrite.rollouts.local.LocalWorkload;
import com.alexandrite.rollouts.local.Programs;
import com.alexandrite.rollouts.local.ScrapeTargets;
import com.alexandrite.rollouts.local.haproxy.HaproxyRuntime;
import com.alexandrite.rollouts.local.prometheus.PrometheusApi;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine with the adapters of one machine: processes, HAProxy, Prometheus, PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@OnThisMachine
class EngineComposition {
  @Bean
  @ConditionalOnMissingBean
  Programs programs(ConsoleSettings settings) {
    return new ArtifactPrograms(new ArtifactStore(settings.home()));
  }

  @Bean
  LocalWorkload workload(ConsoleSettings settings, Programs programs, InstantSource clock) {
    return new LocalWorkload(
        new FileProcessHost(settings.home()), programs, settings.configuration(), clock);
  }

  /** A pod that has become ready is used at once, not at the next beat. */
  @Bean
  ProcessWatch processWatch(ConsoleSettings settings, ObjectProvider<Passes> passes)
      throws IOException {
    return new ProcessWatch(settings.home(), () -> passes.ifAvailable(Passes::wake));
  }

  @Bean
  LocalTrafficRouter trafficRouter(ConsoleSettings settings, LocalWorkload workload) {
    return new LocalTrafficRouter(
        new HaproxyRuntime(
            settings.haproxySocket(), settings.haproxyState(), settings.headerRoutes()),
        workload);
  }

  @Bean
  LocalCluster cluster(
      ConsoleSettings settings,
      LocalWorkload workload,
      LocalTrafficRouter router,
      InstantSource clock) {
    return new LocalCluster(workload, router, new ScrapeTargets(settings.scrapeTargets()), clock);
  }

  @Bean
  PrometheusApi prometheus(ConsoleSettings settings) {
    return new PrometheusApi(settings.prometheus());
  }

  @Bean
  RolloutController rolloutController(
      RolloutStore store,
      LocalWorkload workload,
      LocalTrafficRouter router,
      ConsoleSettings settings,
      ObjectProvider<Passes> passes,
      InstantSource clock,
      RolloutListener listener) {
    var metrics =
        new LocalMetrics(settings.prometheus(), settings.jobs(), settings.configuration(), clock);
    var measuring =
        Measuring.inBackground(
            metrics,
            clock,
            task -> Thread.ofVirtual().name("measurement").start(task),
            () -> passes.getObject().wake());
    return new RolloutController(store, workload, router, measuring, clock, listener);
  }
}
