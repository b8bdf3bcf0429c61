set -euo pipefail
umask 077
# Git Bash would take resource ids for paths of its own.
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*'

dry_run=no
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
record=$here/{{record}}
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
number=0
state=
reads=yes
unread=no

say() { printf '%s\n' "$*"; }

# Ends the script: $1 is the exit code, then one sentence.
stop() {
    local code=$1
    shift
    printf '%s\n' "$*" >&2
    exit "$code"
}

# What az said when it failed, without its notices about itself.
why() { grep -v -e '^WARNING' -e '^ERROR: Error loading command module' -- "$work/said" || true; }

# Whether $1 is among what stands between commas in $2.
listed() {
    case ",$2," in
        *",$1,"*) return 0 ;;
        *) return 1 ;;
    esac
}

# The lines of a text in one order and case, to compare them.
sorted() { printf '%s\n' "$1" | tr '[:upper:]' '[:lower:]' | LC_ALL=C sort; }

# The state as one reads it in a line.
told() {
    if [ -z "$1" ]; then
        say 'not there'
    else
        printf '%s\n' "$1" | paste -s -d ',' - | sed 's/,/, /g'
    fi
}

# Reads the present state into $state, one value a line; nothing when what is asked for is not there.
# $1 is the path at Azure Resource Manager, $2 what of the answer counts.
look() {
    local code=0
    state=
    unread=no
    if [ "$reads" = no ]; then
        unread=yes
        return 0
    fi
    state=$(az rest --method get --url "$1" --query "$2" --output tsv 2>"$work/said" </dev/null) || code=$?
    state=${state//$'\r'/}
    if [ "$code" -eq 0 ]; then
        return 0
    fi
    state=
    if grep -Eq '"code": ?"(Resource|ResourceGroup|ParentResource|Vault)?NotFound"' "$work/said"; then
        return 0
    fi
    if [ "$dry_run" = yes ]; then
        unread=yes
        return 0
    fi
    why >&2
    stop 1 "Step $number: the present state could not be read, so nothing was changed in this step. The steps before it are made; run this script again when it can be read."
}

# Whether the state is as wanted: is, has or lacks these values, or there, or gone.
holds() {
    local how=$1 value
    shift
    case $how in
        there) [ -n "$state" ] ;;
        gone) [ -z "$state" ] ;;
        is) [ "$(sorted "$state")" = "$(sorted "$(printf '%s\n' "$@")")" ] ;;
        has) for value in "$@"; do grep -Fixq -e "$value" <<<"$state" || return 1; done ;;
        lacks) for value in "$@"; do if grep -Fixq -e "$value" <<<"$state"; then return 1; fi; done ;;
    esac
}

# Runs one command that changes Azure, or shows it.
change() {
    say "   $(printf '%q ' "$@")"
    if [ "$dry_run" = yes ]; then
        return 0
    fi
    if ! "$@" --output none 2>"$work/said" </dev/null; then
        why >&2
        stop 1 "Step $number did not come to an end: az refused it, as it says above. The steps before it are made, none after it was begun. Run this script again when the reason is gone."
    fi
}

{{#any}}
# Whether az is there, in the right cloud and signed in where the steps are.
ready() {
    local arm subscriptions each
    local -a needed=({{#subscriptions}}{{^-first}} {{/-first}}{{this}}{{/subscriptions}})
    if ! command -v az >/dev/null; then
        not_ready 'There is no az on the path. Install the Azure CLI, or use the PowerShell script beside this one.'
        return 0
    fi
    arm=$(az cloud show --query endpoints.resourceManager --output tsv 2>"$work/said" </dev/null | tr -d '\r') || arm=
    if [ "$(sorted "${arm%/}")" != "$(sorted {{arm}})" ]; then
        not_ready "az speaks with ${arm:-no cloud}, and the vault is in the cloud of "{{arm}}'. Choose that cloud by az cloud set, and sign in there.'
        return 0
    fi
    subscriptions=$(az account list --query '[].id' --output tsv 2>"$work/said" </dev/null | tr -d '\r') || subscriptions=
    for each in "${needed[@]}"; do
        if ! grep -Fixq -e "$each" <<<"$subscriptions"; then
            not_ready "az is not signed in where subscription $each can be seen. Sign in by az login, to the subscription's tenant."
            return 0
        fi
    done
}

# A dry run goes on without az, and says that nothing could be read.
not_ready() {
    if [ "$dry_run" = yes ]; then
        say "$1"
        reads=no
    else
        stop 1 "$1"
    fi
}
{{/any}}
