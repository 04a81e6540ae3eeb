package com.alexandrite.pricing.request;

import com.alexandrite.kit.messaging.Inbox;
import com.alexandrite.kit.outbox.Outbox;
import com.alexandrite.kit.outbox.OutboxMessage;
import com.alexandrite.messages.PriceRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Book, inbox and outbox of one worker without a database. */
final class InMemoryBook implements AnswerBook, Inbox, Outbox {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  final Map<UUID, Answer> answers = new HashMap<>();
  final Map<UUID, Integer> begun = new HashMap<>();
  final List<OutboxMessage> sent = new ArrayList<>();
  private final Set<UUID> entered = new HashSet<>();

  @Override
  public boolean isAnswered(UUID requestId) {
    return answers.containsKey(requestId);
  }

  @Override
  public int begin(UUID requestId) {
    return begun.merge(requestId, 1, Integer::sum) - 1;
  }

  @Override
  public void giveBack(UUID requestId) {
    begun.merge(requestId, -1, Integer::sum);
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public void write(PriceRequested request, Answer answer, Issue issue) {
    answers.put(request.facts().eventId(), answer);
    begun.remove(request.facts().eventId());
  }

  @Override
  public boolean enter(String consumer, UUID eventId) {
    return entered.add(eventId);
  }

  @Override
  public void append(OutboxMessage message) {
    sent.add(message);
  }
}
