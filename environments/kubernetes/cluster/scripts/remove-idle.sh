#!/bin/sh
# Takes the label `preview` from pull requests that nobody pushed to, wrote on or opened in a browser for three days. The
# generator then finds them no longer, and Argo CD deletes what it made of them. Setting the label again brings a preview back.
set -eu

oldest=$(date -u -d "@$(($(date +%s) - 3 * 24 * 3600))" +%Y-%m-%dT%H:%M:%SZ)

requests() {
  curl --fail --silent --show-error --get "$PROMETHEUS_URL/api/v1/query" --data-urlencode \
    "query=sum(increase(http_server_requests_seconds_count{namespace=\"preview-$1\",uri!~\"/actuator.*\"}[3d]))" |
    jq --raw-output '.data.result[0].value[1] // "0" | tonumber | floor'
}

github() {
  curl --fail --silent --show-error --header "Authorization: Bearer $GITHUB_TOKEN" \
    --header 'Accept: application/vnd.github+json' "$@"
}

kubectl get namespaces --selector alexandrite.example/preview --output json |
  jq --raw-output '.items[].metadata.labels | .["alexandrite.example/preview"] + " " + .["alexandrite.example/pull-request"]' |
  while read -r name number; do
    updated=$(github "$GITHUB_API/repos/$REPOSITORY/pulls/$number" | jq --raw-output .updated_at)
    if expr "$updated" '<' "$oldest" >/dev/null && [ "$(requests "$name")" = 0 ]; then
      echo "$name: nobody was there since $oldest"
      github --request DELETE "$GITHUB_API/repos/$REPOSITORY/issues/$number/labels/preview" >/dev/null
    fi
  done
