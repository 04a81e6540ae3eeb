# What a preview's things are called: the same names as on one machine. Sourced by the scripts beside it, which get NAME from
# their Job, and from the Secret `servers` INSTALLATION, SEED and the servers' addresses and administrators.
databases='shop crm mes pricing'
space="preview-${INSTALLATION}-${NAME}"
object_prefix="previews/${INSTALLATION}/${NAME}/"
flag_environment="preview-${NAME}"
redis_prefix="preview:${INSTALLATION}:${NAME}:"

database() { echo "pv_${INSTALLATION}_${NAME}_$1"; }

# Always the same one for a purpose, and of no use for another preview.
password() { printf '%s' "$SEED/$INSTALLATION/$NAME/$1" | sha256sum | cut -c1-40; }

# Flagsmith's clients evaluate by themselves only with a key that begins so.
flags_key() { echo "ser.$(password flags)"; }
