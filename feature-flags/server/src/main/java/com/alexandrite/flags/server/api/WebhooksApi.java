package com.alexandrite.flags.server.api;

import com.alexandrite.flags.server.environment.Environments;
import com.alexandrite.flags.server.hook.Delivery;
import com.alexandrite.flags.server.hook.Webhook;
import com.alexandrite.flags.server.hook.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who hears of changes by HTTP, signed with HMAC-SHA256 in the header X-Flagsmith-Signature. */
@RestController
@RequestMapping("/api/flag-webhooks")
@Tag(name = "flag webhooks")
public class WebhooksApi {
  private final Webhooks webhooks;
  private final Environments environments;

  /** Over the flag database. */
  public WebhooksApi(Webhooks webhooks, Environments environments) {
    this.webhooks = webhooks;
    this.environments = environments;
  }

  /** Where to, of which environment (all when missing), and the secret of the signature. */
  record NewWebhook(String url, @Nullable String environment, String secret) {}

  @GetMapping
  @Operation(summary = "All webhooks, without their secrets")
  List<Webhook> list() {
    return webhooks.all();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "A further one")
  Webhook add(@RequestBody NewWebhook wanted, Principal actor) {
    String environment = wanted.environment();
    if (environment != null) {
      environments.known(environment);
    }
    return webhooks.add(wanted.url(), environment, wanted.secret(), actor.getName());
  }

  @GetMapping("/{id}/deliveries")
  @Operation(summary = "What was sent, and what waits")
  List<Delivery> deliveries(@PathVariable UUID id) {
    return webhooks.deliveries(id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take one away")
  void remove(@PathVariable UUID id) {
    webhooks.remove(id);
  }
}
