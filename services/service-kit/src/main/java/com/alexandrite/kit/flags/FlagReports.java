package com.alexandrite.kit.flags;

import com.alexandrite.flags.FlagDocument;
import com.alexandrite.flags.LiveFlags;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the flag server which version this process runs on: after each change, and again with each
 * poll, so that a server that was away learns who is there.
 */
final class FlagReports {

  private static final Logger log = LoggerFactory.getLogger(FlagReports.class);

  private final LiveFlags live;
  private final FlagStatus status;
  private final FlagInstance instance;
  private final FlagPush push;
  private final RabbitTemplate rabbit;
  private final JsonMapper json;

  FlagReports(
      LiveFlags live,
      FlagStatus status,
      FlagInstance instance,
      FlagPush push,
      RabbitTemplate rabbit,
      JsonMapper json) {
    this.live = live;
    this.status = status;
    this.instance = instance;
    this.push = push;
    this.rabbit = rabbit;
    this.json = json;
  }

  /** The report as the server reads it. */
  record Applied(
      String instance,
      String service,
      String environment,
      long version,
      @Nullable Instant appliedAt) {}

  void tell() {
    if (push.hears()) {
      live.document().ifPresent(this::tell);
    }
  }

  private void tell(FlagDocument document) {
    Applied applied =
        new Applied(
            instance.instance(),
            instance.service(),
            instance.environment(),
            document.version(),
            status.standing().appliedAt());
    try {
      rabbit.send(
          FlagBroker.APPLIED,
          "",
          MessageBuilder.withBody(json.writeValueAsBytes(applied))
              .setContentType("application/json")
              .build());
    } catch (AmqpException e) {
      log.debug("The flag server does not hear of version {} now", document.version(), e);
    }
  }
}
