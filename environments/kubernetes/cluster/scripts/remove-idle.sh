#!/bin/sh
# Takes the label `preview` from pull requests (GitLab: merge requests) that nobody pushed to, wrote on or opened in a browser for
# three days. The generator then finds them no longer, and Argo CD deletes what it made of them. Setting the label again brings a
# preview back. Who does not answer costs nobody a preview: the Job fails, and the next hour tries again.
set -eu

oldest=$(date -u -d "@$(($(date +%s) - 3 * 24 * 3600))" +%Y-%m-%dT%H:%M:%SZ)

ask() { curl --fail --silent --show-error "$@"; }

# The Secret `servers` says which forge it is.
if [ -n "${GITLAB_API:-}" ]; then
  project=$(jq --null-input --raw-output --arg path "$REPOSITORY" '$path | @uri')
  forge() { ask --header "PRIVATE-TOKEN: $GITLAB_TOKEN" "$@"; }
  request() { forge "$GITLAB_API/projects/$project/merge_requests/$1"; }
  take_label() { forge --request PUT --data remove_labels=preview "$GITLAB_API/projects/$project/merge_requests/$1"; }
else
  forge() { ask --header "Authorization: Bearer $GITHUB_TOKEN" --header 'Accept: application/vnd.github+json' "$@"; }
  request() { forge "$GITHUB_API/repos/$REPOSITORY/pulls/$1"; }
  take_label() { forge --request DELETE "$GITHUB_API/repos/$REPOSITORY/issues/$1/labels/preview"; }
fi

visits() {
  ask --get "$PROMETHEUS_URL/api/v1/query" --data-urlencode \
    "query=sum(increase(http_server_requests_seconds_count{namespace=\"preview-$1\",uri!~\"/actuator.*\"}[3d]))"
}

previews=$(kubectl get namespaces --selector alexandrite.example/preview --output json)
printf '%s' "$previews" |
  jq --raw-output '.items[].metadata.labels | .["alexandrite.example/preview"] + " " + .["alexandrite.example/pull-request"]' | {
  unknown=0
  while read -r name number; do
    updated=$(request "$number" | jq --raw-output '.updated_at // empty')
    [ -n "$updated" ] || { unknown=1; continue; }
    expr "$updated" '<' "$oldest" >/dev/null || continue
    count=$(visits "$name" | jq '.data.result[0].value[1] // "0" | tonumber | floor')
    [ -n "$count" ] || unknown=1
    if [ "$count" = 0 ]; then
      echo "$name: nobody was there since $oldest"
      take_label "$number" >/dev/null || unknown=1
    fi
  done
  exit $unknown
}
