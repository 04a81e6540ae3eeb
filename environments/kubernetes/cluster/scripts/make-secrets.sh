#!/bin/sh
# Writes what each service of the preview may know, for this revision; the pods of the revision wait for it.
set -eu
. "${0%/*}/names.sh"

secret() {
  service=$1
  shift
  kubectl create secret generic "$service-$REVISION" --namespace "preview-$NAME" --dry-run=client --output yaml \
    --from-literal=SPRING_DATASOURCE_PASSWORD="$(password database)" \
    --from-literal=SPRING_RABBITMQ_PASSWORD="$(password broker)" \
    --from-literal=ALEXANDRITE_FLAGS_BROKER_PASSWORD="$(password broker)" \
    --from-literal=ALEXANDRITE_FLAGS_KEY="$(flags_key)" \
    --from-literal=ALEXANDRITE_S3_ACCESS_KEY="$S3_ACCESS_KEY" \
    --from-literal=ALEXANDRITE_S3_SECRET_KEY="$S3_SECRET_KEY" \
    --from-literal=ALEXANDRITE_DEMO_PASSWORD="$DEMO_PASSWORD" \
    "$@" | kubectl apply --server-side --field-manager=space --filename -
}

secret shop
secret crm
secret mes
secret pricing-worker --from-literal=SPRING_DATA_REDIS_URL="$REDIS_URL"
# Those of earlier revisions have served: their pods are gone or going.
kubectl get secrets --namespace "preview-$NAME" --output name | grep -v -- "-$REVISION\$" |
  xargs -r kubectl delete --namespace "preview-$NAME"
