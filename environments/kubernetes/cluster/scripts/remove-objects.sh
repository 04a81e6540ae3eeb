#!/bin/sh
# Deletes the models that were uploaded to the preview.
set -eu
. "${0%/*}/names.sh"

export AWS_ACCESS_KEY_ID="$S3_ACCESS_KEY" AWS_SECRET_ACCESS_KEY="$S3_SECRET_KEY" AWS_DEFAULT_REGION="${S3_REGION:-us-east-1}" HOME=/tmp
aws s3 rm --recursive --only-show-errors --endpoint-url "$S3_ENDPOINT" "s3://$S3_BUCKET/$object_prefix"
