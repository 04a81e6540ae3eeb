package com.alexandrite.environment.process;

/** What a process is to the reader of a status table. */
public enum ProcessKind {
  /** A server that others store into or talk through: PostgreSQL, RabbitMQ, HAProxy, … */
  BACKING,
  /** One of the product's own services, or a pod of one. */
  SERVICE,
  /** Part of the release machinery. */
  PLATFORM
}
