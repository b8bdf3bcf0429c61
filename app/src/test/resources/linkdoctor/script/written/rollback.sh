#!/usr/bin/env bash
#
# Takes back what fix.sh changed on the way to fabrikam.vault.azure.net as seen at 2026-03-02 09:00:00 UTC.
# Written by linkdoctor test. It changes Azure: read it before you run it.
#
# It knows what was there before from the folder before-753ae88a, which fix.sh made; steps that were not
# made are not taken back, and what has been taken back is not taken back twice.

set -euo pipefail
umask 077
# Git Bash would take resource ids for paths of its own.
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*'

dry_run=no
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
record=$here/before-753ae88a
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

# Whether az is there, in the right cloud and signed in where the steps are.
ready() {
    local arm subscriptions each
    local -a needed=(bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb)
    if ! command -v az >/dev/null; then
        not_ready 'There is no az on the path. Install the Azure CLI, or use the PowerShell script beside this one.'
        return 0
    fi
    arm=$(az cloud show --query endpoints.resourceManager --output tsv 2>"$work/said" </dev/null | tr -d '\r') || arm=
    if [ "$(sorted "${arm%/}")" != "$(sorted https://management.azure.com)" ]; then
        not_ready "az speaks with ${arm:-no cloud}, and the vault is in the cloud of "https://management.azure.com'. Choose that cloud by az cloud set, and sign in there.'
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

usage() {
    cat <<'END'
Usage: bash rollback.sh [--dry-run] [--only STEPS]
  --dry-run     shows what would be changed, and changes nothing
  --only STEPS  takes these steps back alone, for example 1,3
Exit code: 0 what can be taken back is, 1 a step could not be, 2 wrong usage.
END
}

only=
while [ $# -gt 0 ]; do
    case $1 in
        --dry-run) dry_run=yes ;;
        --only)
            [[ ${2:-} =~ ^[0-9]+(,[0-9]+)*$ ]] || stop 2 '--only takes the numbers of steps, for example 1,3.'
            only=$2
            shift
            ;;
        --help | -h) usage; exit 0 ;;
        *) stop 2 "There is no option $1; --help names those there are." ;;
    esac
    shift
done

before=
taken=0
rest=()

# Whether a step was made and is to be taken back: its number, its title.
made() {
    number=$1
    if [ ! -e "$record/$number" ] || { [ -n "$only" ] && ! listed "$number" "$only"; }; then
        return 1
    fi
    before=$(cat -- "$record/$number")
    say ''
    say "Step $number: $2"
}

# Whether the state is another one than before.
differs() {
    if [ "$unread" = yes ]; then
        say "   Now: not known, since it could not be read; before: $(told "$before")."
        return 0
    fi
    if [ "$(sorted "$state")" = "$(sorted "$before")" ]; then
        say '   Nothing to do: it is as it was.'
        return 1
    fi
    say "   Now: $(told "$state"); before: $(told "$before")."
}

# The line that was read before, counted from 0, or $2 where the value was missing.
was() {
    local line
    line=$(printf '%s\n' "$before" | sed -n "$(($1 + 1))p")
    if [ -z "$line" ] || [ "$line" = - ]; then
        line=$2
    fi
    printf '%s' "$line"
}

# Puts the lines that were read before into $rest, from $1 on.
was_from() {
    local line
    rest=()
    while IFS= read -r line; do
        if [ -n "$line" ]; then
            rest+=("$line")
        fi
    done < <(printf '%s\n' "$before" | tail -n "+$(($1 + 1))")
}

# The step is taken back, or there is nothing to take back.
forget() {
    if [ "$dry_run" = no ]; then
        rm -f -- "$record/$number"
        taken=$((taken + 1))
    fi
}

ready

# --- Step 1: Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials
if made 1 'Remove record fabrikam from zone privatelink.vaultcore.azure.net in rg-trials'; then
    look '/subscriptions/bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb/resourceGroups/rg-trials/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net/A/fabrikam?api-version=2020-06-01' \
        '[to_string(not_null(properties.ttl, '\''-'\'')), properties.aRecords[].ipv4Address[]][] | [?@]'
    if differs; then
        if [ -n "$before" ]; then
            change az network private-dns record-set a create -g rg-trials -z privatelink.vaultcore.azure.net -n fabrikam --subscription bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb --ttl "$(was 0 300)"
        fi
        was_from 1
        for each in ${rest[@]+"${rest[@]}"}; do
            change az network private-dns record-set a add-record -g rg-trials -z privatelink.vaultcore.azure.net -n fabrikam --subscription bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb -a "$each"
        done
        say "   "'The record'\''s metadata, which tells who made it, is not put back.'
    fi
    forget
fi

say ''
if [ "$dry_run" = yes ]; then
    say 'Nothing was changed: this was a dry run.'
elif [ "$taken" -eq 0 ]; then
    say "There was nothing to take back: $record holds no record of a step."
else
    rmdir -- "$record" 2>/dev/null || true
    say "Steps dealt with: $taken. Run the checklist again: "'linkdoctor check fabrikam'
fi
